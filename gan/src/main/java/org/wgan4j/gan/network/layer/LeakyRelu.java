package org.wgan4j.gan.network.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The leaky rectifier: x where x is positive, {@code slope} x elsewhere; slope 0 is the plain rectifier.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param slope in [0, 1]
 */
public record LeakyRelu(double slope) implements PiecewiseLinear {
    public LeakyRelu {
        if (!(slope >= 0 && slope <= 1)) {
            throw new IllegalArgumentException("the slope of a leaky rectifier is in [0, 1], found " + slope);
        }
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        return torch.leaky_relu(x, new Scalar(slope));
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, ForwardContext context) {
        return new Linearization(
                forward(x, weights, context), delta -> torch.leaky_relu_backward(delta, x, new Scalar(slope), false));
    }

    @Override
    public String description() {
        return slope == 0 ? "relu" : "leaky relu " + slope;
    }
}
