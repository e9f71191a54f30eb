package org.wgan4j.gan.network.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * A smooth bounded activation at the end of a network. Immutable and safe for use by several threads.
 */
public record OutputActivation(Nonlinearity nonlinearity) implements Layer {
    /** Which curve it is. */
    public enum Nonlinearity {
        /** Into (-1, 1): the generator's pixels. */
        TANH,
        /** Into (0, 1): a probability. */
        SIGMOID
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        return nonlinearity == Nonlinearity.TANH ? x.tanh() : x.sigmoid();
    }

    @Override
    public String description() {
        return nonlinearity == Nonlinearity.TANH ? "tanh" : "sigmoid";
    }
}
