package org.wgan4j.gan.convolution;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.torch.Tensors;

/**
 * A transposed convolution of stride s as an ordinary one with s x s times the channels, followed by a pixel shuffle (Shi et al.
 * 2016, "Is the deconvolution layer the same as a convolutional layer?").
 *
 * <p>Output row p = s i + r takes from input row i + e the tap t = r + top - s e, so that the rows of one remainder r are a convolution of the
 * coarse image with every s-th tap. All remainders share the window of offsets e from {@code first} to {@code last}; taps outside the kernel
 * are zero.
 */
final class SubPixelConvolution {
    private SubPixelConvolution() {}

    static Tensor apply(ConvolutionSpec spec, Tensor x, Tensor kernels, TensorOptional bias) {
        Axis rows = Axis.of(spec, spec.height());
        Axis columns = Axis.of(spec, spec.width());
        long stride = spec.stride();
        Tensor scattered = kernels.reshape(spec.inputs() * spec.outputs(), spec.kernel() * spec.kernel())
                .matmul(scattering(spec, rows, columns).to(kernels.scalar_type()));
        Tensor coarse = scattered
                .reshape(spec.inputs(), spec.outputs() * stride * stride, rows.window(), columns.window())
                .transpose(0, 1);
        Tensor channels = DirectConvolution.convolve(
                x,
                MemoryLayout.matching(x).of(coarse),
                DirectConvolution.repeated(bias, stride * stride),
                1,
                rows.before(),
                rows.after(x.size(2)),
                columns.before(),
                columns.after(x.size(3)));
        Tensor pixels = torch.pixel_shuffle(channels, stride);
        Tensor cropped = pixels.size(2) == spec.height() ? pixels : pixels.narrow(2, 0, spec.height());
        return cropped.size(3) == spec.width() ? cropped : cropped.narrow(3, 0, spec.width());
    }

    /** Zeros and ones, {@code [taps, remainders x window]}: the position of each tap of a kernel in the s x s coarse kernels. */
    private static Tensor scattering(ConvolutionSpec spec, Axis rows, Axis columns) {
        int kernel = Math.toIntExact(spec.kernel());
        int stride = Math.toIntExact(spec.stride());
        int rowWindow = Math.toIntExact(rows.window());
        int columnWindow = Math.toIntExact(columns.window());
        int places = ArraySize.of("places", stride, stride, rowWindow, columnWindow);
        float[] matrix = new float[ArraySize.of("places", kernel, kernel, places)];
        int place = 0;
        for (int r = 0; r < stride; r++) {
            for (int q = 0; q < stride; q++) {
                for (int e = 0; e < rowWindow; e++) {
                    for (int d = 0; d < columnWindow; d++, place++) {
                        long row = rows.tap(r, e);
                        long column = columns.tap(q, d);
                        if (row >= 0 && row < kernel && column >= 0 && column < kernel) {
                            matrix[Math.toIntExact((row * kernel + column) * places + place)] = 1;
                        }
                    }
                }
            }
        }
        return Tensors.of(matrix, (long) kernel * kernel, places);
    }

    /** One direction: the window of offsets, and the size of the finer image. */
    private record Axis(long stride, long top, long first, long last, long size) {
        static Axis of(ConvolutionSpec spec, long size) {
            long top = spec.padding().before(size, spec.kernel(), spec.stride());
            long first = -Math.floorDiv(spec.kernel() - 1 - top, spec.stride());
            long last = Math.floorDiv(spec.stride() - 1 + top, spec.stride());
            return new Axis(spec.stride(), top, first, last, size);
        }

        long window() {
            return last - first + 1;
        }

        /** The tap at a position of the window for a remainder; it may be outside the kernel. */
        long tap(long remainder, long position) {
            return remainder + top - stride * (first + position);
        }

        /** Zeros before the coarse image; fewer than none crops. */
        long before() {
            return -first;
        }

        /** Zeros behind it, so that there are as many positions as the finer image has rows of each remainder. */
        long after(long coarse) {
            long positions = (size + stride - 1) / stride;
            return positions - coarse + last;
        }
    }
}
