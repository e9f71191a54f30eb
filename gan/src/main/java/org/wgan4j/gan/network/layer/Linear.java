package org.wgan4j.gan.network.layer;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A linear layer {@code y = x W' + b}, with W of shape {@code [outputs, inputs]}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param outputs at least 1
 * @param bias whether b is there
 */
public record Linear(long outputs, boolean bias, Init weightInit, Init biasInit) implements PiecewiseLinear {
    public Linear {
        if (outputs < 1) {
            throw new IllegalArgumentException("a linear layer has at least 1 output, found " + outputs);
        }
    }

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 1) {
            throw new IllegalArgumentException(
                    "a linear layer takes flat samples, found " + input + ": put a reshape before it");
        }
        return Shape.of(outputs);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return Parameter.weightAndBias(
                Shape.of(outputs, input.elements()),
                Parameter.Role.MATRIX,
                weightInit,
                bias ? Optional.of(biasInit) : Optional.empty(),
                outputs,
                input.elements(),
                outputs);
    }

    /** Takes flat samples, or channels-last images in place of flattened ones, which are read without a copy. */
    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        Tensor weight = context.compute().toComputePrecision(weights.get("weight"));
        Tensor input = context.compute().toComputePrecision(x);
        return torch.linear(flat(input), columnsFor(x, weight), weights.bias(bias, context));
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, ForwardContext context) {
        return new Linearization(
                forward(x, weights, context),
                delta -> likeInput(
                        x,
                        torch.matmul(
                                context.compute().toComputePrecision(delta),
                                columnsFor(x, context.compute().toComputePrecision(weights.get("weight"))))));
    }

    @Override
    public long multiplications(Shape input) {
        return input.elements() * outputs;
    }

    private static boolean isImage(Tensor x) {
        return x.dim() == 4;
    }

    private static Tensor flat(Tensor x) {
        return isImage(x) ? x.permute(0, 2, 3, 1).reshape(x.size(0), -1) : x;
    }

    /** The columns in the memory order of x. */
    private Tensor columnsFor(Tensor x, Tensor weight) {
        return isImage(x)
                ? weight.view(outputs, x.size(1), x.size(2), x.size(3))
                        .permute(0, 2, 3, 1)
                        .reshape(outputs, -1)
                : weight;
    }

    /** The inverse of flat. */
    private static Tensor likeInput(Tensor x, Tensor gradient) {
        return isImage(x)
                ? gradient.view(x.size(0), x.size(2), x.size(3), x.size(1)).permute(0, 3, 1, 2)
                : gradient;
    }

    @Override
    public String description() {
        return "linear to " + outputs + (bias ? "" : ", no bias");
    }
}
