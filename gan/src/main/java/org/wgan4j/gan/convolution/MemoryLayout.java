package org.wgan4j.gan.convolution;

import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The order in memory of images {@code [n, channels, height, width]}; sizes and values are the same in both. */
public enum MemoryLayout {
    /** One plane for each channel: PyTorch's contiguous format. */
    CHANNELS_FIRST,
    /** All channels of a pixel together: PyTorch's channels_last. */
    CHANNELS_LAST;

    /**
     * The kernels {@code [a, b, k, k]} in this order; the results of convolutions have the order of their kernels.
     *
     * <p>With b = 1 both orders have the same numbers at the same places and differ in the strides alone, which are set so that libtorch
     * can tell.
     */
    public Tensor of(Tensor kernels) {
        if (this == CHANNELS_FIRST) {
            return kernels.contiguous();
        }
        if (kernels.size(1) == 1) {
            long rows = kernels.size(2);
            long columns = kernels.size(3);
            return kernels.contiguous()
                    .as_strided(
                            new long[] {kernels.size(0), 1, rows, columns}, new long[] {rows * columns, 1, columns, 1});
        }
        return kernels.contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /** The layout of kernels {@code [a, b, k, k]} or images, by the order of their strides. */
    public static MemoryLayout matching(Tensor x) {
        return x.stride(1) < x.stride(3) || (x.stride(1) == 1 && x.size(1) > 1) ? CHANNELS_LAST : CHANNELS_FIRST;
    }

    /** The name in files and tables: {@code channels-last}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #text}. */
    public static MemoryLayout parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
