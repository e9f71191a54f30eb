package org.wgan4j.gan.metric.features;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.wgan4j.gan.metric.sample.Features;

/**
 * Inner products or squared distances of all pairs of a row of one table and a row of another, passed to a visitor tile by tile.
 *
 * <p>The columns are copied feature by feature, a tile of them at a time, so that the innermost loop runs over contiguous memory and the
 * compiler vectorises it. The values are the same on any number of threads. Safe for use by several threads.
 */
public final class PairwiseTiles {
    /** Columns in a tile: with {@link #AT_ONCE} sums of them, they fit the first-level cache. */
    private static final int TILE = 256;

    private static final int AT_ONCE = 8;

    /** Rows that one task visits, all by the same thread. */
    static final int BLOCK = 256;

    /** The operation on a pair of rows. */
    enum Operation {
        /** The squared Euclidean distance, summed from squares of differences, without cancellation. */
        SQUARED_DISTANCE {
            @Override
            void add(double[][] tile, int k, double[] row, double[] sums) {
                addFourSquares(tile[k], tile[k + 1], tile[k + 2], tile[k + 3], row, k, sums);
            }

            @Override
            void addOne(double[] axis, double value, double[] sums) {
                for (int j = 0; j < sums.length; j++) {
                    double x = axis[j] - value;
                    sums[j] += x * x;
                }
            }
        },
        /** The inner product. */
        PRODUCT {
            @Override
            void add(double[][] tile, int k, double[] row, double[] sums) {
                addFourProducts(tile[k], tile[k + 1], tile[k + 2], tile[k + 3], row, k, sums);
            }

            @Override
            void addOne(double[] axis, double value, double[] sums) {
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += axis[j] * value;
                }
            }
        };

        /** Adds the part of features k to k + 3. */
        abstract void add(double[][] tile, int k, double[] row, double[] sums);

        /** Adds the part of one feature. */
        abstract void addOne(double[] axis, double value, double[] sums);
    }

    /** Receives the values of one row and some columns. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Called for every row of a block with every tile, tiles in order, by one thread.
         *
         * @param row which row
         * @param from the first column
         * @param values the numbers of the columns from {@code from} on; overwritten afterwards
         */
        void visit(int row, int from, double[] values);
    }

    private PairwiseTiles() {}

    /** How many blocks a table's rows make. */
    static int blocks(Features rows) {
        return (rows.count() + BLOCK - 1) / BLOCK;
    }

    /**
     * Visits all pairs.
     *
     * @param visitors makes the visitor of block 0, 1, ...; blocks are visited by several threads
     */
    static void over(Features rows, Features columns, Operation operation, IntFunction<Visitor> visitors) {
        double[][][] tiles = tiles(columns);
        IntStream.range(0, blocks(rows)).parallel().forEach(block -> {
            Visitor visitor = visitors.apply(block);
            int end = Math.min(rows.count(), (block + 1) * BLOCK);
            for (int t = 0; t < tiles.length; t++) {
                double[][] sums = new double[AT_ONCE][tiles[t][0].length];
                for (int start = block * BLOCK; start < end; start += AT_ONCE) {
                    int count = Math.min(AT_ONCE, end - start);
                    fill(rows, start, count, tiles[t], operation, sums);
                    for (int i = 0; i < count; i++) {
                        visitor.visit(start + i, t * TILE, sums[i]);
                    }
                }
            }
        });
    }

    private static void fill(
            Features rows, int start, int count, double[][] tile, Operation operation, double[][] sums) {
        int d = rows.dimension();
        double[] values = rows.inPlace();
        double[][] taken = new double[count][];
        for (int i = 0; i < count; i++) {
            taken[i] = Arrays.copyOfRange(values, (start + i) * d, (start + i + 1) * d);
            Arrays.fill(sums[i], 0);
        }
        int fours = d & ~3;
        for (int k = 0; k < fours; k += 4) {
            for (int i = 0; i < count; i++) {
                operation.add(tile, k, taken[i], sums[i]);
            }
        }
        for (int k = fours; k < d; k++) {
            for (int i = 0; i < count; i++) {
                operation.addOne(tile[k], taken[i][k], sums[i]);
            }
        }
    }

    /** The columns tile by tile, {@code [tiles][dimension][columns of the tile]}. */
    private static double[][][] tiles(Features columns) {
        int d = columns.dimension();
        double[] values = columns.inPlace();
        double[][][] tiles = new double[(columns.count() + TILE - 1) / TILE][d][];
        for (int t = 0; t < tiles.length; t++) {
            int start = t * TILE;
            int size = Math.min(TILE, columns.count() - start);
            for (int k = 0; k < d; k++) {
                double[] axis = new double[size];
                for (int j = 0; j < size; j++) {
                    axis[j] = values[(start + j) * d + k];
                }
                tiles[t][k] = axis;
            }
        }
        return tiles;
    }

    private static void addFourSquares(
            double[] a, double[] b, double[] c, double[] d, double[] row, int k, double[] sums) {
        double s = row[k];
        double t = row[k + 1];
        double u = row[k + 2];
        double v = row[k + 3];
        for (int j = 0; j < sums.length; j++) {
            double w = a[j] - s;
            double x = b[j] - t;
            double y = c[j] - u;
            double z = d[j] - v;
            sums[j] += (w * w + x * x) + (y * y + z * z);
        }
    }

    private static void addFourProducts(
            double[] a, double[] b, double[] c, double[] d, double[] row, int k, double[] sums) {
        double s = row[k];
        double t = row[k + 1];
        double u = row[k + 2];
        double v = row[k + 3];
        for (int j = 0; j < sums.length; j++) {
            sums[j] += (s * a[j] + t * b[j]) + (u * c[j] + v * d[j]);
        }
    }
}
