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

    /** Whether a map has few enough output channels and its output falls into patches. */
    static boolean fits(ConvolutionSpec map) {
        return !map.transposed() && map.stride() == 1 && map.kernel() > 1 && side(map) > 1;
    }

    /** Pixels a side of a patch: as many as fill the vector and divide the output; 1 if none do. */
    private static long side(ConvolutionSpec map) {
        for (long side = 4; side > 1; side /= 2) {
            boolean divides = outputSize(map, map.height()) % side == 0 && outputSize(map, map.width()) % side == 0;
            if (map.outputs() * side * side <= LANES && divides) {
                return side;
            }
        }
        return 1;
    }

    private static long outputSize(ConvolutionSpec map, long size) {
        Padding padding = map.padding();
        return size + padding.before(size, map.kernel(), 1) + padding.after(size, map.kernel(), 1) - map.kernel() + 1;
    }

    static Tensor apply(ConvolutionSpec map, Tensor x, Tensor kernels, TensorOptional bias) {
        long side = side(map);
        long taps = map.kernel() + side - 1;
        Padding padding = map.padding();
        Tensor shifted = kernels.reshape(map.outputs() * map.inputs(), map.kernel() * map.kernel())
                .matmul(shifts(map, side).to(kernels.scalar_type()))
                .reshape(map.outputs(), map.inputs(), side * side, taps, taps)
                .transpose(1, 2)
                .reshape(map.outputs() * side * side, map.inputs(), taps, taps);
        Tensor patches = DirectConvolution.convolve(
                x,
                MemoryLayout.matching(x).of(shifted),
                DirectConvolution.repeated(bias, side * side),
                side,
                padding.before(map.height(), map.kernel(), 1),
                padding.after(map.height(), map.kernel(), 1),
                padding.before(map.width(), map.kernel(), 1),
                padding.after(map.width(), map.kernel(), 1));
        return torch.pixel_shuffle(patches, side);
    }

    /** Zeros and ones, {@code [taps, shifts x larger taps]}: the kernel at each of its s x s places in the larger one. */
    private static Tensor shifts(ConvolutionSpec map, long patch) {
        int kernel = Math.toIntExact(map.kernel());
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
