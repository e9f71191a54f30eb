package org.wgan4j.gan.network.layer;

import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.torch.Tensors;

/**
 * Reshapes a sample, such as {@code 12544} to {@code 256 x 7 x 7}. Immutable and safe for use by several threads.
 */
public record Reshape(Shape target) implements PiecewiseLinear {
    @Override
    public Shape output(Shape input) {
        if (input.elements() != target.elements()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s holds %d numbers, %s holds %d: they cannot be reshaped into each other",
                    input,
                    input.elements(),
                    target,
                    target.elements()));
        }
        return target;
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        return x.reshape(target.batched(x.size(0)));
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, ForwardContext context) {
        long[] before = Tensors.shape(x);
        return new Linearization(forward(x, weights, context), delta -> delta.reshape(before));
    }

    @Override
    public String description() {
        return "reshape to " + target;
    }
}
