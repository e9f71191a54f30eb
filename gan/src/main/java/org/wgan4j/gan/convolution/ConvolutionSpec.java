package org.wgan4j.gan.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * The sizes of a convolution or a transposed convolution, without weights and algorithm.
 *
 * <p>The kernels of a convolution have the shape {@code [outputs, inputs, kernel, kernel]}, those of a transposed one {@code [inputs, outputs,
 * kernel, kernel]}: they are the kernels of the convolution that it transposes.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param transposed whether it is a transposed convolution, which enlarges images
 * @param inputs channels, at least 1
 * @param outputs channels, at least 1
 * @param kernel height and width
 * @param stride at least 1
 * @param padding of the convolution, also where its transpose is meant
 * @param height of the finer image: the input of a convolution, the output of its transpose
 * @param width of the finer image
 */
public record ConvolutionSpec(
        boolean transposed,
        long inputs,
        long outputs,
        long kernel,
        long stride,
        Padding padding,
        long height,
        long width) {
    /** A spectrum of more than this many frequencies a side costs more than it saves. */
    private static final long LONGEST_PERIOD = 16;

    /** Fewer channels than this make products of matrices that are too thin to pay. */
    private static final long FEWEST_CHANNELS = 16;

    public ConvolutionSpec {
        if (inputs < 1 || outputs < 1 || kernel < 1 || stride < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "channels, kernel, stride, height and width are at least 1, found %d to %d channels, kernel %d, stride %d, %d x %d",
                    inputs,
                    outputs,
                    kernel,
                    stride,
                    height,
                    width));
        }
    }

    /** The transpose: that of a convolution, or the convolution that this one transposes. */
    public ConvolutionSpec transpose() {
        return new ConvolutionSpec(!transposed, outputs, inputs, kernel, stride, padding, height, width);
    }

    /**
     * Computes the convolution of images.
     *
     * @param x of shape {@code [n, inputs, h, w]}
     * @param kernels in the type of x
     * @param bias of shape {@code [outputs]}, or none
     */
    public Tensor apply(Tensor x, Tensor kernels, TensorOptional bias, ConvolutionAlgorithm algorithm) {
        return switch (algorithm) {
            case DIRECT ->
                transposed
                        ? DirectConvolution.convolveTransposed(x, kernels, bias, stride, padding, height, width)
                        : DirectConvolution.convolve(x, kernels, bias, stride, padding);
            case SUB_PIXEL -> SubPixelConvolution.apply(this, x, kernels, bias);
            case PATCHES -> PatchConvolution.apply(this, x, kernels, bias);
            case SPECTRAL -> SpectralConvolution.apply(this, x, kernels, bias);
        };
    }

    /** The algorithms that apply and may be faster, after the direct one. */
    public List<ConvolutionAlgorithm> algorithms() {
        List<ConvolutionAlgorithm> applicable = new ArrayList<>(List.of(ConvolutionAlgorithm.DIRECT));
        if (transposed && stride > 1) {
            applicable.add(ConvolutionAlgorithm.SUB_PIXEL);
        }
        if (PatchConvolution.applies(this)) {
            applicable.add(ConvolutionAlgorithm.PATCHES);
        }
        boolean manyChannels = inputs >= FEWEST_CHANNELS && outputs >= FEWEST_CHANNELS;
        if (stride == 1 && kernel > 1 && manyChannels && Math.max(height, width) + kernel <= LONGEST_PERIOD) {
            applicable.add(ConvolutionAlgorithm.SPECTRAL);
        }
        return applicable;
    }

    /** In a few words, the same for equal maps: {@code transposed convolution 64 to 1, 5x5, stride 2, padding 2, on 28x28}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%sconvolution %d to %d, %dx%d, stride %d, %s, on %dx%d",
                transposed ? "transposed " : "",
                inputs,
                outputs,
                kernel,
                kernel,
                stride,
                padding,
                height,
                width);
    }
}
