package org.wgan4j.gan.network.layer;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.network.Network;

/**
 * A layer of a network: its output shape, its parameters, and its forward pass.
 *
 * <p>Custom layers implement this interface, or {@link PiecewiseLinear} where they are piecewise linear. A layer holds numbers only, never tensors: its weights are
 * declared by {@link #parameters}, drawn and owned by the {@link Network}, and passed to {@link #forward}; it is safe for use by several
 * threads.
 */
public interface Layer {
    /** The shape of the output for an input shape; an input that does not fit is refused with its shape. */
    Shape output(Shape input);

    /** The tensors that the layer has for an input shape. */
    default List<Parameter> parameters(Shape input) {
        return List.of();
    }

    /**
     * Maps a batch {@code [n, input]} to {@code [n, output]}. Called inside a memory scope, which frees the tensors that it makes.
     *
     * @param weights of this layer, by the names that {@link #parameters} declares
     */
    Tensor forward(Tensor x, Weights weights, ForwardContext context);

    /** The multiplications of {@link #forward} for one sample of an input shape; 0 where they are negligible. */
    default long multiplications(Shape input) {
        return 0;
    }

    /** Whether the output for a sample depends on the other samples of its batch, as with batch norm. */
    default boolean mixesSamples() {
        return false;
    }

    /** Whether the output in training differs from that in inference, as with batch norm and dropout. */
    default boolean differsInTraining() {
        return mixesSamples();
    }

    /** The convolution of the layer for an input shape, if it is one. */
    default Optional<ConvolutionSpec> convolution(Shape input) {
        return Optional.empty();
    }

    /** The layer in a few words, for summaries: {@code convolution 64 -> 128, 5x5, stride 2, padding 2}. */
    String description();
}
