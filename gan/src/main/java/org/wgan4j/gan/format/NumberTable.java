package org.wgan4j.gan.format;

import java.util.List;

/**
 * An array of numbers read from a file, of any number of dimensions, with a row for each index of the first.
 *
 * <p>An array of one dimension is a single row. The rows are shared, not copied; treat them as constant.
 */
public sealed interface NumberTable {
    /** Sizes, each at least 1, outermost first; no sizes means one value. */
    List<Integer> shape();

    /** The number of rows. */
    int height();

    /** The number of values in every row. */
    int width();

    /** The names of the columns, if the file gave any; else empty. */
    default List<String> columns() {
        return List.of();
    }

    /** One value. */
    double at(int row, int column);

    /** Some of the columns, counted from 0, side by side. */
    default NumberTable select(List<Integer> wanted) {
        double[][] chosen = new double[height()][wanted.size()];
        for (int row = 0; row < chosen.length; row++) {
            for (int k = 0; k < wanted.size(); k++) {
                chosen[row][k] = at(row, wanted.get(k));
            }
        }
        return new Doubles(List.of(height(), wanted.size()), chosen);
    }

    /** All values, row after row. */
    default double[] flat() {
        double[] values = new double[Math.multiplyExact(height(), width())];
        for (int row = 0; row < height(); row++) {
            for (int column = 0; column < width(); column++) {
                values[row * width() + column] = at(row, column);
            }
        }
        return values;
    }

    /** Numbers in double precision, {@code rows[height][width]}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Doubles(List<Integer> shape, double[][] rows, List<String> columns) implements NumberTable {
        /** Numbers in columns without names. */
        public Doubles(List<Integer> shape, double[][] rows) {
            this(shape, rows, List.of());
        }

        @Override
        public int height() {
            return rows.length;
        }

        @Override
        public int width() {
            return rows[0].length;
        }

        @Override
        public double at(int row, int column) {
            return rows[row][column];
        }
    }

    /** Numbers in single precision, {@code rows[height][width]}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Singles(List<Integer> shape, float[][] rows) implements NumberTable {
        @Override
        public int height() {
            return rows.length;
        }

        @Override
        public int width() {
            return rows[0].length;
        }

        @Override
        public double at(int row, int column) {
            return rows[row][column];
        }
    }
}
