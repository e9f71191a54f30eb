package org.wgan4j.gan.metric.pixels;

import java.util.stream.IntStream;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.features.PairwiseTiles;
import org.wgan4j.gan.metric.sample.TableRows;

/**
 * Images as rows of bytes, and exact squared distances between them.
 *
 * <p>The distances come from inner products of whole numbers, summed in single precision 256 pixels at a time: 256 times 255^2 is below
 * 2^24, so they are exact, and |x|^2 + |y|^2 - 2 x.y is too. As in {@link PairwiseTiles}, the innermost loop runs
 * over a tile of columns. Pixels are widened a piece at a time, so that a thread needs a few megabytes however large the images are.
 */
final class PixelTable {
    /** Euclidean distances of bytes divided by this are those of pixels scaled to [-1, 1]. */
    static final double HALF_RANGE = 127.5;

    private static final int TILE = 256;
    private static final int AT_ONCE = 16;
    private static final int EXACT_PIXELS = 256;
    private static final int PIECE = 1 << 16;

    private final Images images;
    private final int[] rows;
    private final int size;

    private PixelTable(Images images, int[] rows) {
        this.images = images;
        this.rows = rows;
        this.size = images.shape().size();
    }

    static PixelTable of(Images images) {
        return new PixelTable(images, TableRows.range(0, images.count()));
    }

    /** The rows with these indices; their pixels are not copied. */
    PixelTable select(int[] indices) {
        return new PixelTable(images, IntStream.of(indices).map(i -> rows[i]).toArray());
    }

    int count() {
        return rows.length;
    }

    /** The nearest row of a table for each row of this one; the first of equally near ones. */
    NearestNeighbours nearestIn(PixelTable candidates) {
        int tiles = candidates.tiles();
        NearestNeighbours[] parts = new NearestNeighbours[tiles];
        double[] lengths = squaredLengths(0, count());
        IntStream.range(0, tiles).parallel().forEach(tile -> {
            NearestNeighbours part = NearestNeighbours.none(count());
            candidates.visit(tile, this, lengths, (i, from, squares) -> part.update(i, from, squares));
            parts[tile] = part;
        });
        NearestNeighbours nearest = NearestNeighbours.none(count());
        for (NearestNeighbours part : parts) {
            nearest.merge(part);
        }
        return nearest;
    }

    /** The squared distances in squared byte units, {@code [rows of this][rows of the other]}. */
    double[][] squaredDistances(PixelTable columns) {
        double[][] matrix = new double[count()][columns.count()];
        double[] lengths = squaredLengths(0, count());
        IntStream.range(0, columns.tiles())
                .parallel()
                .forEach(tile -> columns.visit(
                        tile,
                        this,
                        lengths,
                        (i, from, squares) -> System.arraycopy(squares, 0, matrix[i], from, squares.length)));
        return matrix;
    }

    /**
     * The projections of all rows on a direction, up to a constant: {@code sum of pixel * direction / 127.5}.
     *
     * @param direction {@code [size]}
     */
    double[] projected(double[] direction) {
        double[] projections = new double[count()];
        byte[] pixels = new byte[Math.min(size, PIECE)];
        for (int i = 0; i < projections.length; i++) {
            double sum = 0;
            for (int first = 0; first < size; first += pixels.length) {
                int length = Math.min(pixels.length, size - first);
                images.copyPixels(rows[i], first, pixels, 0, length);
                for (int k = 0; k < length; k++) {
                    sum += (pixels[k] & 0xff) * direction[first + k];
                }
            }
            projections[i] = sum / HALF_RANGE;
        }
        return projections;
    }

    private int tiles() {
        return (count() + TILE - 1) / TILE;
    }

    /** Visits all rows of the queries with a tile of the rows of this table. */
    private void visit(int tile, PixelTable queries, double[] queryLengths, PairwiseTiles.Visitor visitor) {
        int from = tile * TILE;
        int width = Math.min(TILE, count() - from);
        double[] ownLengths = squaredLengths(from, width);
        for (int start = 0; start < queries.count(); start += TILE) {
            int height = Math.min(TILE, queries.count() - start);
            double[][] squares = products(from, width, queries, start, height);
            for (int i = 0; i < height; i++) {
                double[] row = squares[i];
                for (int j = 0; j < width; j++) {
                    row[j] = queryLengths[start + i] + ownLengths[j] - 2 * row[j];
                }
                visitor.visit(start + i, from, row);
            }
        }
    }

    /** The inner products of some rows of the queries with some of this table, {@code [height][width]}. */
    private double[][] products(int from, int width, PixelTable queries, int start, int height) {
        double[][] products = new double[height][width];
        float[][] sums = new float[AT_ONCE][width];
        float[][] columns = new float[EXACT_PIXELS][width];
        float[][] rowPixels = new float[height][EXACT_PIXELS];
        byte[] bytes = new byte[EXACT_PIXELS];
        for (int first = 0; first < size; first += EXACT_PIXELS) {
            int pixels = Math.min(EXACT_PIXELS, size - first);
            fillColumns(columns, from, width, first, pixels, bytes);
            queries.fillRowPixels(rowPixels, start, height, first, pixels, bytes);
            for (int i = 0; i < height; i += AT_ONCE) {
                int rowsNow = Math.min(AT_ONCE, height - i);
                addProducts(columns, rowPixels, i, rowsNow, pixels, sums);
                drain(sums, products, i, rowsNow);
            }
        }
        return products;
    }

    /** Some pixels of some rows, pixel by pixel: {@code [pixels][width]}. */
    private void fillColumns(float[][] columns, int from, int width, int first, int pixels, byte[] bytes) {
        for (int j = 0; j < width; j++) {
            images.copyPixels(rows[from + j], first, bytes, 0, pixels);
            for (int k = 0; k < pixels; k++) {
                columns[k][j] = bytes[k] & 0xff;
            }
        }
    }

    /** Some pixels of some rows, row by row: {@code [height][pixels]}. */
    private void fillRowPixels(float[][] rowPixels, int start, int height, int first, int pixels, byte[] bytes) {
        for (int i = 0; i < height; i++) {
            images.copyPixels(rows[start + i], first, bytes, 0, pixels);
            for (int k = 0; k < pixels; k++) {
                rowPixels[i][k] = bytes[k] & 0xff;
            }
        }
    }

    private static void addProducts(
            float[][] columns, float[][] rowPixels, int start, int rows, int pixels, float[][] sums) {
        int k = 0;
        for (; k + 3 < pixels; k += 4) {
            for (int i = 0; i < rows; i++) {
                addFour(columns[k], columns[k + 1], columns[k + 2], columns[k + 3], rowPixels[start + i], k, sums[i]);
            }
        }
        for (; k < pixels; k++) {
            for (int i = 0; i < rows; i++) {
                addOne(columns[k], rowPixels[start + i][k], sums[i]);
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

    private static void drain(float[][] sums, double[][] into, int start, int rows) {
        for (int i = 0; i < rows; i++) {
            float[] from = sums[i];
            double[] to = into[start + i];
            for (int j = 0; j < from.length; j++) {
                to[j] += from[j];
                from[j] = 0;
            }
        }
    }

    private double[] squaredLengths(int from, int width) {
        double[] lengths = new double[width];
        byte[] pixels = new byte[EXACT_PIXELS];
        for (int i = 0; i < width; i++) {
            long sum = 0;
            for (int first = 0; first < size; first += EXACT_PIXELS) {
                int length = Math.min(EXACT_PIXELS, size - first);
                images.copyPixels(rows[from + i], first, pixels, 0, length);
                for (int k = 0; k < length; k++) {
                    int pixel = pixels[k] & 0xff;
                    sum += (long) pixel * pixel;
                }
            }
            lengths[i] = sum;
        }
        return lengths;
    }
}
