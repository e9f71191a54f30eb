package org.wgan4j.gan.convolution;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.torch.Tensors;

/**
 * A convolution of stride 1 to few channels as one of stride s to s x s times as many, which makes patches of s x s output pixels at once.
 *
 * <p>Libraries compute a vector of output channels together, and with one channel most of the vector is idle. Output pixel s i + r takes tap t
 * from input pixel s i + r + t - top, so the patch is a convolution with kernels of k + s - 1 taps a side: the given kernel, shifted by r.
 */
final class PatchConvolution {
    /** As many output channels as a vector of 512 bits holds. */
    private static final long LANES = 16;

    private PatchConvolution() {}

    /** Whether a convolution has few enough output channels and its output size is a multiple of a patch. */
    static boolean applies(ConvolutionSpec spec) {
        return !spec.transposed() && spec.stride() == 1 && spec.kernel() > 1 && side(spec) > 1;
    }

    /** Pixels a side of a patch: as many as fill the vector and divide the output; 1 if none do. */
    private static long side(ConvolutionSpec spec) {
        for (long side = 4; side > 1; side /= 2) {
            boolean divides = outputSize(spec, spec.height()) % side == 0 && outputSize(spec, spec.width()) % side == 0;
            if (spec.outputs() * side * side <= LANES && divides) {
                return side;
            }
        }
        return 1;
    }

    private static long outputSize(ConvolutionSpec spec, long size) {
        Padding padding = spec.padding();
        return size
                + padding.before(size, spec.kernel(), 1)
                + padding.after(size, spec.kernel(), 1)
                - spec.kernel()
                + 1;
    }

    static Tensor apply(ConvolutionSpec spec, Tensor x, Tensor kernels, TensorOptional bias) {
        long side = side(spec);
        long taps = spec.kernel() + side - 1;
        Padding padding = spec.padding();
        Tensor shifted = kernels.reshape(spec.outputs() * spec.inputs(), spec.kernel() * spec.kernel())
                .matmul(shifts(spec, side).to(kernels.scalar_type()))
                .reshape(spec.outputs(), spec.inputs(), side * side, taps, taps)
                .transpose(1, 2)
                .reshape(spec.outputs() * side * side, spec.inputs(), taps, taps);
        Tensor patches = DirectConvolution.convolve(
                x,
                MemoryLayout.matching(x).of(shifted),
                DirectConvolution.repeated(bias, side * side),
                side,
                padding.before(spec.height(), spec.kernel(), 1),
                padding.after(spec.height(), spec.kernel(), 1),
                padding.before(spec.width(), spec.kernel(), 1),
                padding.after(spec.width(), spec.kernel(), 1));
        return torch.pixel_shuffle(patches, side);
    }

    /** Zeros and ones, {@code [taps, shifts x larger taps]}: the kernel at each of its s x s positions in the larger one. */
    private static Tensor shifts(ConvolutionSpec spec, long patch) {
        int kernel = Math.toIntExact(spec.kernel());
        int side = Math.toIntExact(patch);
        int taps = kernel + side - 1;
        int places = ArraySize.of("places", side, side, taps, taps);
        float[] matrix = new float[ArraySize.of("places", kernel, kernel, places)];
        for (int r = 0; r < side; r++) {
            for (int q = 0; q < side; q++) {
                for (int i = 0; i < kernel; i++) {
                    for (int j = 0; j < kernel; j++) {
                        int place = ((r * side + q) * taps + r + i) * taps + q + j;
                        matrix[(i * kernel + j) * places + place] = 1;
                    }
                }
            }
        }
        return Tensors.of(matrix, (long) kernel * kernel, places);
    }
}
