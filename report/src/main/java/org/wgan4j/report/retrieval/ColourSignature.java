package org.wgan4j.report.retrieval;

import java.nio.file.Path;
import java.util.Arrays;
import org.wgan4j.gan.picture.Background;
import org.wgan4j.gan.picture.PictureFile;
import org.wgan4j.gan.picture.UnreadablePictureException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;

/**
 * The colour signature of a picture: a discrete measure with one point for each occupied cell of the colour space, at the mean colour of its
 * pixels, with their share of the picture as mass. Immutable.
 *
 * <p>Pictures have different numbers of points. Such signatures, and the earth mover's distance between them, are those of Rubner,
 * Tomasi and Guibas (2000), "The earth mover's distance as a metric for image retrieval", IJCV 40, section 3.
 */
public final class ColourSignature {
    private final int[] cells;
    private final int[] counts;
    /** Point by point; single precision errs by a hundred-thousandth of a just noticeable difference. */
    private final float[] colours;

    private final long pixels;

    /**
     * Takes over the arrays.
     *
     * @param cells the cells that occur, ascending, at least one
     * @param counts the pixels in each, at least 1
     * @param colours their mean colours, three coordinates each, finite
     * @throws IllegalArgumentException if they are not that
     */
    ColourSignature(int[] cells, int[] counts, float[] colours) {
        if (cells.length == 0 || counts.length != cells.length || colours.length != 3 * cells.length) {
            throw new IllegalArgumentException(cells.length + " cells, " + counts.length + " counts and "
                    + colours.length + " coordinates; there must be a count and three coordinates for each cell");
        }
        long sum = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] <= (i == 0 ? -1 : cells[i - 1]) || counts[i] < 1) {
                throw new IllegalArgumentException("cell " + cells[i] + " with " + counts[i] + " pixels at place " + i
                        + "; cells must ascend from 0 or more and hold a pixel each");
            }
            sum += counts[i];
        }
        for (float coordinate : colours) {
            if (!Float.isFinite(coordinate)) {
                throw new IllegalArgumentException("a colour has the coordinate " + coordinate + "; it must be finite");
            }
        }
        this.cells = cells;
        this.counts = counts;
        this.colours = colours;
        this.pixels = sum;
    }

    /**
     * The signature of a picture file; transparent pixels are composited onto white.
     *
     * @throws UnreadablePictureException if it cannot be read
     */
    static ColourSignature of(Path file, SignatureSettings settings) {
        return of(
                PictureFile.read(file, settings.mostPixels())
                        .over(Background.WHITE)
                        .rgb(),
                settings);
    }

    /** The signature of pixels {@code 0xRRGGBB}, at least one. */
    static ColourSignature of(int[] rgb, SignatureSettings settings) {
        ColourSpace space = settings.space();
        int[] counts = new int[settings.cells()];
        double[] sums = new double[3 * counts.length];
        double[] colour = new double[3];
        for (int pixel : rgb) {
            space.of(pixel, colour);
            int cell = space.cell(colour, settings.bins());
            counts[cell]++;
            for (int axis = 0; axis < 3; axis++) {
                sums[3 * cell + axis] += colour[axis];
            }
        }
        return occupied(counts, sums);
    }

    private static ColourSignature occupied(int[] counts, double[] sums) {
        int size = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        int[] cells = new int[size];
        int[] pixels = new int[size];
        float[] colours = new float[3 * size];
        int next = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                cells[next] = cell;
                pixels[next] = counts[cell];
                for (int axis = 0; axis < 3; axis++) {
                    colours[3 * next + axis] = (float) (sums[3 * cell + axis] / counts[cell]);
                }
                next++;
            }
        }
        return new ColourSignature(cells, pixels, colours);
    }

    /** The number of points, at least 1. */
    int size() {
        return cells.length;
    }

    /** The cell of a point. */
    int cell(int point) {
        return cells[point];
    }

    /** The number of pixels of a point. */
    int count(int point) {
        return counts[point];
    }

    /** A coordinate of the mean colour of a point, axis 0 to 2. */
    float colour(int point, int axis) {
        return colours[3 * point + axis];
    }

    /** The share of the pixels of a point; the shares sum to 1. */
    double share(int point) {
        return (double) counts[point] / pixels;
    }

    /** The signature as points of R^3 whose masses sum to 1. */
    Samples measure() {
        double[][] points = new double[cells.length][3];
        double[] shares = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                points[i][axis] = colour(i, axis);
            }
            shares[i] = share(i);
        }
        return Measure.samples(points).weighted(shares);
    }

    /** The same points with the same pixels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ColourSignature that
                && Arrays.equals(cells, that.cells)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(colours, that.colours);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return "signature of " + pixels + " pixels in " + cells.length + " cells";
    }
}
