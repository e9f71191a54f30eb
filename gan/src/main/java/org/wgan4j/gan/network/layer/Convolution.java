package org.wgan4j.gan.network.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.convolution.Padding;

/**
 * A two-dimensional convolution (cross-correlation) with a square kernel of shape {@code [outputs, inputs, kernel, kernel]}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param outputs channels, at least 1
 * @param kernel height and width, at least 1
 * @param stride at least 1
 */
public record Convolution(
        long outputs, long kernel, long stride, Padding padding, boolean bias, Init weightInit, Init biasInit)
        implements PiecewiseLinear {
    public Convolution {
        if (outputs < 1 || kernel < 1 || stride < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "outputs, kernel and stride of a convolution are at least 1, found %d, %d and %d",
                    outputs,
                    kernel,
                    stride));
        }
    }

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 3) {
            throw new IllegalArgumentException(
                    "a convolution takes samples of channels x height x width, found " + input);
        }
        return Shape.of(outputs, outputSize(input.size(1)), outputSize(input.size(2)));
    }

    private long outputSize(long size) {
        long padded = size + padding.before(size, kernel, stride) + padding.after(size, kernel, stride);
        if (padded < kernel) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a %dx%d kernel does not fit an image of %d pixels a side, padded to %d",
                    kernel,
                    kernel,
                    size,
                    padded));
        }
        return (padded - kernel) / stride + 1;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return Parameter.weightAndBias(
                Shape.of(outputs, input.size(0), kernel, kernel),
                Parameter.Role.CONVOLUTION_KERNEL,
                weightInit,
                bias ? Optional.of(biasInit) : Optional.empty(),
                outputs,
                input.size(0) * kernel * kernel,
                outputs * kernel * kernel);
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        Tensor input = context.compute().toComputePrecision(x);
        Tensor kernels = context.compute().toComputePrecision(weights.get("weight"));
        ConvolutionSpec spec = spec(x.size(1), x.size(2), x.size(3));
        return spec.apply(
                input,
                kernels,
                weights.bias(bias, context),
                context.convolutionPlan().of(spec));
    }

    @Override
    public Linearization linearize(Tensor x, Weights weights, ForwardContext context) {
        ConvolutionSpec transpose = spec(x.size(1), x.size(2), x.size(3)).transpose();
        return new Linearization(
                forward(x, weights, context),
                delta -> transpose.apply(
                        context.compute().toComputePrecision(delta),
                        context.compute().toComputePrecision(weights.get("weight")),
                        new TensorOptional(),
                        context.convolutionPlan().of(transpose)));
    }

    /** Each weight meets every pixel of the smaller image once: here the output's. */
    @Override
    public long multiplications(Shape input) {
        Shape output = output(input);
        return outputs * input.size(0) * kernel * kernel * output.size(1) * output.size(2);
    }

    @Override
    public Optional<ConvolutionSpec> convolution(Shape input) {
        return Optional.of(spec(input.size(0), input.size(1), input.size(2)));
    }

    private ConvolutionSpec spec(long inputs, long height, long width) {
        return new ConvolutionSpec(false, inputs, outputs, kernel, stride, padding, height, width);
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "convolution to %d, %dx%d, stride %d, %s%s",
                outputs,
                kernel,
                kernel,
                stride,
                padding,
                bias ? "" : ", no bias");
    }
}
