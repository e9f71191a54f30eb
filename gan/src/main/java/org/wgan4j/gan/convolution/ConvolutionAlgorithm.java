package org.wgan4j.gan.convolution;

import java.util.Locale;

/** An algorithm that computes a convolution or its transpose. All give the same results up to rounding. */
public enum ConvolutionAlgorithm {
    /** libtorch's own convolution. */
    DIRECT,
    /** A transposed convolution as an ordinary one at the coarse size, whose channels are then laid out as pixels. */
    SUB_PIXEL,
    /** A convolution of stride 1 to few channels, patches of output pixels at a time. */
    PATCHES,
    /** A convolution of stride 1 by a discrete Fourier transform, as products of matrices with far fewer multiplications. */
    SPECTRAL;

    /** The name in files and tables: {@code sub-pixel}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #text}. */
    public static ConvolutionAlgorithm parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
