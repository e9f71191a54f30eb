package org.wgan4j.gan.metric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wgan4j.gan.data.Images;

/**
 * Images as rows of bytes, and exact squared distances between them.
 *
 * <p>The distances come from inner products of whole numbers, summed in single precision 256 pixels at a time: 256 times 255^2 is below
 * 2^24, so nothing is rounded and nothing is lost where |x|^2 + |y|^2 - 2 x.y cancels. As in {@link PairSweep}, the innermost loop runs
 * over a tile of columns.
 */
final class PixelTable {
    /** Straight-line distances of bytes over this are those of pixels scaled to [-1, 1]. */
    static final double HALF_RANGE = 127.5;

    private static final int TILE = 256;
    private static final int AT_ONCE = 16;
    private static final int EXACT_PIXELS = 256;

    private final int size;
    private final int count;
    private final byte[] pixels;

    private PixelTable(int size, byte[] pixels) {
        this.size = size;
        this.count = pixels.length / size;
        this.pixels = pixels;
    }

    static PixelTable of(Images images) {
        return new PixelTable(images.shape().size(), images.bytes());
    }

    /** The rows with these indices. */
    PixelTable select(int[] indices) {
        byte[] chosen = new byte[Math.multiplyExact(indices.length, size)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * size, chosen, i * size, size);
        }
        return new PixelTable(size, chosen);
    }

    int count() {
        return count;
    }

    /** The nearest row of a table for each row of this one; the first of those that are alike. */
    Nearest nearestIn(PixelTable candidates) {
        int tiles = candidates.tiles();
        Nearest[] parts = new Nearest[tiles];
        float[][] queries = floats();
        double[] lengths = squaredLengths();
        IntStream.range(0, tiles).parallel().forEach(tile -> {
            Nearest part = Nearest.none(count);
            candidates.visit(tile, queries, lengths, (i, from, squares) -> part.take(i, from, squares));
            parts[tile] = part;
        });
        Nearest nearest = Nearest.none(count);
        for (Nearest part : parts) {
            nearest.merge(part);
        }
        return nearest;
    }

    /** The squared distances in squared byte units, {@code [rows of this][rows of the other]}. */
    double[][] squaredDistances(PixelTable columns) {
        double[][] matrix = new double[count][columns.count];
        float[][] queries = floats();
        double[] lengths = squaredLengths();
        IntStream.range(0, columns.tiles())
                .parallel()
                .forEach(tile -> columns.visit(
                        tile,
                        queries,
                        lengths,
                        (i, from, squares) -> System.arraycopy(squares, 0, matrix[i], from, squares.length)));
        return matrix;
    }

    private int tiles() {
        return (count + TILE - 1) / TILE;
    }

    private void visit(int tile, float[][] queries, double[] lengths, PairSweep.Visitor visitor) {
        int from = tile * TILE;
        int width = Math.min(TILE, count - from);
        float[][] columns = columns(from, width);
        double[] ownLengths = squaredLengths(from, width);
        float[][] sums = new float[AT_ONCE][width];
        double[][] products = new double[AT_ONCE][width];
        for (int start = 0; start < queries.length; start += AT_ONCE) {
            int rows = Math.min(AT_ONCE, queries.length - start);
            for (double[] row : products) {
                Arrays.fill(row, 0);
            }
            for (int first = 0; first < size; first += EXACT_PIXELS) {
                int last = Math.min(size, first + EXACT_PIXELS);
                addProducts(columns, queries, start, rows, first, last, sums);
                drain(sums, products);
            }
            for (int i = 0; i < rows; i++) {
                double[] squares = products[i];
                for (int j = 0; j < width; j++) {
                    squares[j] = lengths[start + i] + ownLengths[j] - 2 * squares[j];
                }
                visitor.visit(start + i, from, squares);
            }
        }
    }

    private static void addProducts(
            float[][] columns, float[][] queries, int start, int rows, int first, int last, float[][] sums) {
        int k = first;
        for (; k + 3 < last; k += 4) {
            for (int i = 0; i < rows; i++) {
                addFour(columns[k], columns[k + 1], columns[k + 2], columns[k + 3], queries[start + i], k, sums[i]);
            }
        }
        for (; k < last; k++) {
            for (int i = 0; i < rows; i++) {
                addOne(columns[k], queries[start + i][k], sums[i]);
            }
        }
    }

    private static void addFour(float[] a, float[] b, float[] c, float[] d, float[] row, int k, float[] sums) {
        float s = row[k];
        float t = row[k + 1];
        float u = row[k + 2];
        float v = row[k + 3];
        for (int j = 0; j < sums.length; j++) {
            sums[j] += (s * a[j] + t * b[j]) + (u * c[j] + v * d[j]);
        }
    }

    private static void addOne(float[] axis, float value, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += axis[j] * value;
        }
    }

    private static void drain(float[][] sums, double[][] into) {
        for (int i = 0; i < sums.length; i++) {
            float[] from = sums[i];
            double[] to = into[i];
            for (int j = 0; j < from.length; j++) {
                to[j] += from[j];
                from[j] = 0;
            }
        }
    }

    /** Some rows pixel by pixel, {@code [size][width]}. */
    private float[][] columns(int from, int width) {
        float[][] columns = new float[size][width];
        for (int j = 0; j < width; j++) {
            int start = (from + j) * size;
            for (int k = 0; k < size; k++) {
                columns[k][j] = pixels[start + k] & 0xff;
            }
        }
        return columns;
    }

    /** All rows as values in [-1, 1], {@code [count][size]}. */
    double[][] scaled() {
        double[][] rows = new double[count][size];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < size; k++) {
                rows[i][k] = ((pixels[i * size + k] & 0xff) - HALF_RANGE) / HALF_RANGE;
            }
        }
        return rows;
    }

    private float[][] floats() {
        float[][] rows = new float[count][size];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < size; k++) {
                rows[i][k] = pixels[i * size + k] & 0xff;
            }
        }
        return rows;
    }

    private double[] squaredLengths() {
        return squaredLengths(0, count);
    }

    private double[] squaredLengths(int from, int width) {
        double[] lengths = new double[width];
        for (int i = 0; i < width; i++) {
            long sum = 0;
            int start = (from + i) * size;
            for (int k = start; k < start + size; k++) {
                int pixel = pixels[k] & 0xff;
                sum += (long) pixel * pixel;
            }
            lengths[i] = sum;
        }
        return lengths;
    }
}
