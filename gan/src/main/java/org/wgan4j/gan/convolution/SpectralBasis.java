package org.wgan4j.gan.convolution;

import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.torch.Tensors;

/**
 * The matrices of a convolution by discrete Fourier transform, in real numbers.
 *
 * <p>Images are treated as periodic with the shortest period at which outputs do not wrap around. Real numbers need one of each
 * pair of conjugate frequencies. The complex product (a + ib)(c + id) is taken by Gauss's three multiplications, c (a + b), a (d - c), b (c +
 * d), and the sums are folded into the matrices: a pair of frequencies is three rows, a frequency that is its own conjugate is one.
 *
 * @param input {@code [products, input pixels]}
 * @param kernel {@code [products, taps]}
 * @param output {@code [products, output pixels]}
 * @param rows of the output
 * @param columns of the output
 */
record SpectralBasis(Tensor input, Tensor kernel, Tensor output, long rows, long columns) {
    /** The basis of a convolution of stride 1. */
    static SpectralBasis of(ConvolutionSpec spec) {
        if (spec.stride() != 1) {
            throw new IllegalArgumentException("the spectral form is for stride 1, found " + spec);
        }
        Axis rows = Axis.of(spec, Math.toIntExact(spec.height()));
        Axis columns = Axis.of(spec, Math.toIntExact(spec.width()));
        return new Builder(rows, columns).build();
    }

    /** The number of products for each pair of channels. */
    long products() {
        return input.size(0);
    }

    /**
     * One direction: output i takes tap t from input i + offset(t).
     *
     * @param inputs pixels of the input
     * @param outputs pixels of the output
     * @param taps of the kernel
     * @param top zeros before the image
     * @param flipped whether the taps run backwards, as they do in the transpose
     */
    private record Axis(int inputs, int outputs, int taps, int top, boolean flipped) {
        static Axis of(ConvolutionSpec spec, int size) {
            int kernel = Math.toIntExact(spec.kernel());
            int top = Math.toIntExact(spec.padding().before(size, kernel, 1));
            int bottom = Math.toIntExact(spec.padding().after(size, kernel, 1));
            int coarse = size + top + bottom - kernel + 1;
            return spec.transposed()
                    ? new Axis(coarse, size, kernel, top, true)
                    : new Axis(size, coarse, kernel, top, false);
        }

        int offset(int tap) {
            return flipped ? top - tap : tap - top;
        }

        /** The shortest period at which nothing that falls outside the output comes back into it. */
        int period() {
            int least = Math.min(offset(0), offset(taps - 1));
            int most = Math.max(offset(0), offset(taps - 1));
            return Math.max(Math.max(outputs + most, inputs - least), Math.max(inputs, outputs));
        }
    }

    /** Fills the three matrices frequency by frequency. */
    private static final class Builder {
        private final Axis rows;
        private final Axis columns;
        private final int height;
        private final int width;
        private final int products;
        private final float[] input;
        private final float[] kernel;
        private final float[] output;
        private final double[] cosine;
        private final double[] sine;
        private int next;

        Builder(Axis rows, Axis columns) {
            this.rows = rows;
            this.columns = columns;
            this.height = rows.period();
            this.width = columns.period();
            int own = (height % 2 == 0 ? 2 : 1) * (width % 2 == 0 ? 2 : 1);
            this.products = own + 3 * (height * width - own) / 2;
            this.input = new float[ArraySize.of("spectra", products, rows.inputs(), columns.inputs())];
            this.kernel = new float[ArraySize.of("spectra", products, rows.taps(), columns.taps())];
            this.output = new float[ArraySize.of("spectra", products, rows.outputs(), columns.outputs())];
            this.cosine = new double[ArraySize.of("angles", height, width)];
            this.sine = new double[ArraySize.of("angles", height, width)];
            for (int i = 0; i < height * width; i++) {
                cosine[i] = Math.cos(2 * Math.PI * i / (height * width));
                sine[i] = Math.sin(2 * Math.PI * i / (height * width));
            }
        }

        SpectralBasis build() {
            for (int f = 0; f < height; f++) {
                for (int g = 0; g < width; g++) {
                    int conjugate = (height - f) % height * width + (width - g) % width;
                    int frequency = f * width + g;
                    if (frequency == conjugate) {
                        own(f, g);
                    } else if (frequency < conjugate) {
                        pair(f, g);
                    }
                }
            }
            return new SpectralBasis(
                    Tensors.of(input, products, (long) rows.inputs() * columns.inputs()),
                    Tensors.of(kernel, products, (long) rows.taps() * columns.taps()),
                    Tensors.of(output, products, (long) rows.outputs() * columns.outputs()),
                    rows.outputs(),
                    columns.outputs());
        }

        /** A frequency that is its own conjugate: its parts are real, and one product does. */
        private void own(int f, int g) {
            double share = 1.0 / (height * width);
            put(f, g, 1, 0, 1, 0, share, 0);
        }

        /** Two conjugate frequencies: Gauss's three products k1, k2, k3, with k1 - k3 the real and k1 + k2 the imaginary part. */
        private void pair(int f, int g) {
            double share = 2.0 / (height * width);
            put(f, g, 1, -1, 1, 0, share, -share);
            put(f, g, 1, 0, -1, 1, 0, -share);
            put(f, g, 0, -1, 1, 1, -share, 0);
        }

        /**
         * One product: each row is a mixture of the cosine and the sine of the frequency at the pixels or taps. The transform of the image has
         * the sine with a minus, that of the kernel, which is conjugated because this is a correlation, with a plus.
         */
        private void put(
                int f, int g, double inCos, double inSin, double tapCos, double tapSin, double outCos, double outSin) {
            for (int i = 0, at = next * rows.inputs() * columns.inputs(); i < rows.inputs(); i++) {
                for (int j = 0; j < columns.inputs(); j++) {
                    input[at++] = wave(f * i, g * j, inCos, inSin);
                }
            }
            for (int i = 0, at = next * rows.taps() * columns.taps(); i < rows.taps(); i++) {
                for (int j = 0; j < columns.taps(); j++) {
                    kernel[at++] = wave(f * rows.offset(i), g * columns.offset(j), tapCos, tapSin);
                }
            }
            for (int i = 0, at = next * rows.outputs() * columns.outputs(); i < rows.outputs(); i++) {
                for (int j = 0; j < columns.outputs(); j++) {
                    output[at++] = wave(f * i, g * j, outCos, outSin);
                }
            }
            next++;
        }

        private float wave(int row, int column, double ofCosine, double ofSine) {
            int angle = Math.floorMod(row * width + column * height, height * width);
            return (float) (ofCosine * cosine[angle] + ofSine * sine[angle]);
        }
    }
}
