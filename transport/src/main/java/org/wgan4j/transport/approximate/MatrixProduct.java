package org.wgan4j.transport.approximate;

import java.util.stream.IntStream;
import org.wgan4j.transport.Limits;

/** Products of dense matrices {@code [rows][columns]}, parallel over rows, in loops that can be vectorised. */
final class MatrixProduct {
    /** The number of rows of the right factor that stay in the cache. */
    private static final int BLOCK = 32;

    private static final int ROWS_AT_ONCE = 8;

    private MatrixProduct() {}

    /** A B. */
    static double[][] of(double[][] a, double[][] b) {
        return of(a, b, Limits.NONE.start());
    }

    /** A B, within a deadline. */
    static double[][] of(double[][] a, double[][] b, Limits.Deadline deadline) {
        int columns = b[0].length;
        double[][] product = new double[a.length][columns];
        int groups = (a.length + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
        IntStream.range(0, groups).parallel().forEach(group -> {
            int end = Math.min(a.length, (group + 1) * ROWS_AT_ONCE);
            for (int start = 0; start < b.length; start += BLOCK) {
                int stop = Math.min(b.length, start + BLOCK);
                deadline.check((long) (stop - start) * columns * ROWS_AT_ONCE);
                for (int i = group * ROWS_AT_ONCE; i < end; i++) {
                    addRows(a[i], b, start, stop, product[i]);
                }
            }
        });
        return product;
    }

    /** A'. */
    static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < transposed.length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** V' diag(values) V, where the rows of V are vectors: a symmetric matrix from its eigenvectors. */
    static double[][] ofEigen(double[][] vectors, double[] values) {
        double[][] scaled = new double[vectors.length][];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = vectors[k].clone();
            for (int j = 0; j < scaled[k].length; j++) {
                scaled[k][j] *= values[k];
            }
        }
        return symmetrized(of(transposed(vectors), scaled));
    }

    /** Averages mirrored entries in place, which removes the rounding errors of a product that is symmetric. */
    static double[][] symmetrized(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (a[i][j] + a[j][i]) / 2;
                a[i][j] = mean;
                a[j][i] = mean;
            }
        }
        return a;
    }

    private static void addRows(double[] factors, double[][] rows, int start, int stop, double[] to) {
        int k = start;
        for (; k + 3 < stop; k += 4) {
            addFourRows(factors, k, rows[k], rows[k + 1], rows[k + 2], rows[k + 3], to);
        }
        for (; k < stop; k++) {
            double factor = factors[k];
            double[] row = rows[k];
            for (int j = 0; j < to.length; j++) {
                to[j] += factor * row[j];
            }
        }
    }

    private static void addFourRows(
            double[] factors, int k, double[] a, double[] b, double[] c, double[] d, double[] to) {
        double s = factors[k];
        double t = factors[k + 1];
        double u = factors[k + 2];
        double v = factors[k + 3];
        for (int j = 0; j < to.length; j++) {
            to[j] += (s * a[j] + t * b[j]) + (u * c[j] + v * d[j]);
        }
    }
}
