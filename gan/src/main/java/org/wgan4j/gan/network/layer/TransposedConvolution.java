package org.wgan4j.gan.network.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.convolution.Padding;

/**
 * A transposed strided convolution: it enlarges an image to {@code stride} times its size. The kernel has the shape {@code [inputs,
 * outputs, kernel, kernel]}.
 *
 * <p>The padding is that of the convolution which is transposed, so that {@link Padding.Same} crops the odd row and column below and to the
 * right, as TensorFlow does.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param outputs channels, at least 1
 * @param kernel height and width, at least 1
 * @param stride at least 1
 */
public record TransposedConvolution(
        long outputs, long kernel, long stride, Padding padding, boolean bias, Init weightInit, Init biasInit)
        implements PiecewiseLinear {
    public TransposedConvolution {
        if (outputs < 1 || kernel < 1 || stride < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "outputs, kernel and stride of a transposed convolution are at least 1, found %d, %d and %d",
                    outputs,
                    kernel,
                    stride));
        }
    }

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 3) {
            throw new IllegalArgumentException(
                    "a transposed convolution takes samples of channels x height x width, found " + input);
        }
        return Shape.of(outputs, input.size(1) * stride, input.size(2) * stride);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return Parameter.weightAndBias(
                Shape.of(input.size(0), outputs, kernel, kernel),
                Parameter.Role.CONVOLUTION_KERNEL,
                weightInit,
                bias ? Optional.of(biasInit) : Optional.empty(),
                outputs,
                input.size(0) * kernel * kernel,
                outputs * kernel * kernel);
    }

    @Override
    public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
        ConvolutionSpec spec = spec(x.size(1), x.size(2), x.size(3));
        return spec.apply(
                context.compute().toComputePrecision(x),
                context.compute().toComputePrecision(weights.get("weight")),
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

    /** Each weight meets every pixel of the smaller image once: here the input's. */
    @Override
    public long multiplications(Shape input) {
        return outputs * kernel * kernel * input.elements();
    }

    @Override
    public Optional<ConvolutionSpec> convolution(Shape input) {
        return Optional.of(spec(input.size(0), input.size(1), input.size(2)));
    }

    private ConvolutionSpec spec(long inputs, long rows, long columns) {
        return new ConvolutionSpec(true, inputs, outputs, kernel, stride, padding, rows * stride, columns * stride);
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "transposed convolution to %d, %dx%d, stride %d, %s%s",
                outputs,
                kernel,
                kernel,
                stride,
                padding,
                bias ? "" : ", no bias");
    }
}
