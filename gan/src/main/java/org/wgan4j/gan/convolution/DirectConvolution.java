package org.wgan4j.gan.convolution;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Padded, strided convolutions and their transposes by libtorch, for both kinds of padding. */
final class DirectConvolution {
    private static final long[] NO_DILATION = {1, 1};

    private DirectConvolution() {}

    /** Convolves {@code x [n, inputs, h, w]} with {@code kernels [outputs, inputs, k, k]}. */
    static Tensor convolve(Tensor x, Tensor kernels, TensorOptional bias, long stride, Padding padding) {
        long kernel = kernels.size(2);
        long top = padding.before(x.size(2), kernel, stride);
        long bottom = padding.after(x.size(2), kernel, stride);
        long left = padding.before(x.size(3), kernel, stride);
        long right = padding.after(x.size(3), kernel, stride);
        return convolve(x, kernels, bias, stride, top, bottom, left, right);
    }

    /** The same with the zeros on each side given; fewer than none crop. */
    static Tensor convolve(
            Tensor x, Tensor kernels, TensorOptional bias, long stride, long top, long bottom, long left, long right) {
        boolean even = top == bottom && left == right && top >= 0 && left >= 0;
        Tensor padded = even ? x : torch.constant_pad_nd(x, new long[] {left, right, top, bottom}, new Scalar(0f));
        long[] zeros = even ? new long[] {top, left} : new long[] {0, 0};
        return torch.convolution(
                padded, kernels, bias, new long[] {stride, stride}, zeros, NO_DILATION, false, new long[] {0, 0}, 1);
    }

    /**
     * Applies the transpose of {@link #convolve} as it maps images of the given height and width.
     *
     * @param x of shape {@code [n, inputs, h, w]}
     * @param kernels of shape {@code [inputs, outputs, k, k]}: the convolution's own
     */
    static Tensor convolveTransposed(
            Tensor x, Tensor kernels, TensorOptional bias, long stride, Padding padding, long height, long width) {
        long kernel = kernels.size(2);
        long top = padding.before(height, kernel, stride);
        long left = padding.before(width, kernel, stride);
        long missingRows = height - ((x.size(2) - 1) * stride + kernel - 2 * top);
        long missingColumns = width - ((x.size(3) - 1) * stride + kernel - 2 * left);
        Tensor full = torch.convolution(
                x,
                kernels,
                bias,
                new long[] {stride, stride},
                new long[] {top, left},
                NO_DILATION,
                true,
                new long[] {Math.max(missingRows, 0), Math.max(missingColumns, 0)},
                1);
        Tensor cropped = missingRows < 0 ? full.narrow(2, 0, height) : full;
        return missingColumns < 0 ? cropped.narrow(3, 0, width) : cropped;
    }

    /** Each number of a bias so many times, for a pixel shuffle afterwards. */
    static TensorOptional repeated(TensorOptional bias, long times) {
        return bias.has_value() ? new TensorOptional(torch.repeat_interleave(bias.get(), times)) : new TensorOptional();
    }
}
