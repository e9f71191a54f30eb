package org.wgan4j.gan.network.layer;

import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Batch normalisation over all but the channel dimension (Ioffe and Szegedy 2015), with scale and offset.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param momentum the share of the new batch in the moving statistics, PyTorch's convention: Keras's 0.99 is 0.01 here
 * @param epsilon added to the variance under the root
 */
public record BatchNorm(double momentum, double epsilon) implements Layer {
    /** Keras's constants: momentum 0.99 there, 0.01 here, and epsilon 1e-3. */
    public static BatchNorm keras() {
        return new BatchNorm(0.01, 1e-3);
    }

    /** PyTorch's constants. */
    public static BatchNorm pytorch() {
        return new BatchNorm(0.1, 1e-5);
    }

    public BatchNorm {
        if (!(momentum > 0 && momentum <= 1) || !(epsilon > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "batch norm needs a momentum in (0, 1] and an epsilon above 0, found %s and %s",
                    momentum,
                    epsilon));
        }
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        Shape channels = Shape.of(input.size(0));
        Init zeros = new Init.Constant(0);
        Init ones = new Init.Constant(1);
        return List.of(
                new Parameter("weight", channels, ones, 1, 1, Parameter.Role.NORMALISATION_SCALE),
                new Parameter("bias", channels, zeros, 1, 1, Parameter.Role.NORMALISATION_OFFSET),
                new Parameter("running_mean", channels, zeros, 1, 1, Parameter.Role.MOVING_STATISTIC),
                new Parameter("running_var", channels, ones, 1, 1, Parameter.Role.MOVING_STATISTIC));
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        boolean useMoving = context.statistics() != ForwardContext.Statistics.BATCH;
        return torch.batch_norm(
                x,
                new TensorOptional(weights.get("weight")),
                new TensorOptional(weights.get("bias")),
                useMoving ? new TensorOptional(weights.get("running_mean")) : new TensorOptional(),
                useMoving ? new TensorOptional(weights.get("running_var")) : new TensorOptional(),
                context.statistics() != ForwardContext.Statistics.MOVING,
                momentum,
                epsilon,
                false);
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }

    @Override
    public String description() {
        return "batch norm";
    }
}
