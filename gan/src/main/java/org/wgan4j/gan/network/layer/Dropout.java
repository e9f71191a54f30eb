package org.wgan4j.gan.network.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.convolution.MemoryLayout;
import org.wgan4j.gan.torch.Tensors;

/**
 * Dropout: in training each number is zeroed with probability {@code rate} and the others are scaled by 1 / (1 - rate) (Srivastava et al. 2014).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param rate in [0, 1)
 */
public record Dropout(double rate) implements PiecewiseLinear {
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("a dropout rate is in [0, 1), found " + rate);
        }
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        return context.dropout() ? x.mul(mask(x, context)) : x;
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, ForwardContext context) {
        if (!context.dropout()) {
            return new Linearization(x, delta -> delta);
        }
        Tensor mask = mask(x, context);
        return new Linearization(x.mul(mask), delta -> delta.mul(mask));
    }

    private Tensor mask(Tensor x, ForwardContext context) {
        double kept = 1 - rate;
        Tensor mask = context.random().bernoulli(context.compute(), kept, Tensors.shape(x));
        Tensor scaled = mask.mul(new Scalar((float) (1 / kept))).to(x.scalar_type());
        return x.dim() == 4 ? MemoryLayout.matching(x).of(scaled) : scaled;
    }

    @Override
    public boolean differsInTraining() {
        return true;
    }

    @Override
    public String description() {
        return "dropout " + rate;
    }
}
