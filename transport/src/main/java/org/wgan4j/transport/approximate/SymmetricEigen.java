package org.wgan4j.transport.approximate;

import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * The eigendecomposition of a real symmetric matrix: eigenvalues and orthonormal eigenvectors.
 *
 * <p>Householder reflections reduce the matrix to tridiagonal form, and the implicit QL algorithm diagonalises that (Golub
 * and Van Loan, Matrix Computations, 4th edition, algorithms 8.3.1 and 8.3.3, the latter from below). Errors of the eigenvalues are
 * a small multiple of the rounding unit times the largest of them in magnitude. The time is about d^3 for values and 6 d^3 for vectors.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class SymmetricEigen {
    /** The largest difference of a matrix from its transpose, relative to its largest entry. */
    public static final double SYMMETRY_TOLERANCE = 1e-10;

    private static final int MOST_SWEEPS = 200;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** Eigenvalues and eigenvectors of a matrix {@code [d][d]}. */
    public static SymmetricEigen of(double[][] matrix) {
        return of(matrix, Limits.NONE.start());
    }

    static SymmetricEigen of(double[][] matrix, Limits.Deadline deadline) {
        return decompose(matrix, true, deadline);
    }

    /** The eigenvalues alone, ascending, in a sixth of the time. */
    public static double[] values(double[][] matrix) {
        return values(matrix, Limits.NONE.start());
    }

    static double[] values(double[][] matrix, Limits.Deadline deadline) {
        return decompose(matrix, false, deadline).values;
    }

    /** The dimension d. */
    public int size() {
        return values.length;
    }

    /** Eigenvalue k, counted from 0 and ascending. */
    public double value(int k) {
        return values[k];
    }

    /** A copy of the unit eigenvector of eigenvalue k. */
    public double[] vector(int k) {
        return vectors[k].clone();
    }

    /** The eigenvectors as the rows of a matrix, in place: not to be changed. */
    double[][] rows() {
        return vectors;
    }

    private static SymmetricEigen decompose(double[][] matrix, boolean withVectors, Limits.Deadline deadline) {
        int n = matrix.length;
        double[][] work = symmetrized(matrix);
        double scale = scale(work);
        for (double[] row : work) {
            for (int j = 0; j < n; j++) {
                row[j] *= scale; // a power of two: squares neither overflow nor vanish, and nothing is rounded
            }
        }
        double[] diagonal = new double[n];
        double[] offDiagonal = new double[n];
        double[] factors = new double[n];
        tridiagonalize(work, diagonal, offDiagonal, factors, deadline);
        double[][] rows = withVectors ? reflections(work, factors, deadline) : new double[n][0];
        diagonalize(diagonal, offDiagonal, rows, deadline);
        sort(diagonal, rows);
        for (int k = 0; k < n; k++) {
            diagonal[k] /= scale;
        }
        return new SymmetricEigen(diagonal, rows);
    }

    /** A copy with mirrored entries averaged; an error unless the matrix is finite, square and symmetric. */
    private static double[][] symmetrized(double[][] matrix) {
        int n = matrix.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new ShapeMismatchException("row " + i + " of the matrix has " + matrix[i].length
                        + " entries and there are " + n + " rows; the matrix must be square");
            }
            for (int j = 0; j < n; j++) {
                if (!Double.isFinite(matrix[i][j])) {
                    throw new InvalidParameterException(
                            "entry [" + i + ", " + j + "] of the matrix is " + matrix[i][j] + "; it must be finite");
                }
                largest = Math.max(largest, Math.abs(matrix[i][j]));
            }
        }
        if (n == 0) {
            throw new ShapeMismatchException("the matrix is empty; give at least one row");
        }
        double[][] copy = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                if (Math.abs(matrix[i][j] - matrix[j][i]) > SYMMETRY_TOLERANCE * largest) {
                    throw new InvalidParameterException("entry [" + i + ", " + j + "] of the matrix is " + matrix[i][j]
                            + " and entry [" + j + ", " + i + "] is " + matrix[j][i]
                            + "; the matrix must be symmetric, so make them equal");
                }
                copy[i][j] = matrix[i][j] / 2 + matrix[j][i] / 2;
                copy[j][i] = copy[i][j];
            }
        }
        return copy;
    }

    private static double scale(double[][] matrix) {
        double largest = Double.MIN_NORMAL;
        for (double[] row : matrix) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return Math.scalb(1.0, -Math.max(-1000, Math.getExponent(largest)));
    }

    /**
     * Reflects column after column: afterwards row k of {@code a} holds, from k + 1 on, the vector v of the reflection I - factor v v'.
     *
     * @param offDiagonal {@code offDiagonal[k]} becomes the entry between k and k + 1
     */
    private static void tridiagonalize(
            double[][] a, double[] diagonal, double[] offDiagonal, double[] factors, Limits.Deadline deadline) {
        int n = a.length;
        double[] p = new double[n];
        for (int k = 0; k < n; k++) {
            deadline.check((long) (n - k) * (n - k));
            diagonal[k] = a[k][k];
            if (k + 1 == n) {
                return;
            }
            double[] v = a[k];
            double squares = 0;
            for (int i = k + 2; i < n; i++) {
                squares += v[i] * v[i];
            }
            if (squares == 0) {
                offDiagonal[k] = v[k + 1];
                continue; // already in this form
            }
            double length = Math.sqrt(squares + v[k + 1] * v[k + 1]);
            offDiagonal[k] = v[k + 1] > 0 ? -length : length;
            v[k + 1] -= offDiagonal[k];
            factors[k] = 2 / (squares + v[k + 1] * v[k + 1]);
            reflectBothSides(a, v, k + 1, factors[k], p);
        }
    }

    /** A becomes H A H with H = I - factor v v', in the rows and columns from {@code first} on. */
    private static void reflectBothSides(double[][] a, double[] v, int first, double factor, double[] p) {
        int n = a.length;
        for (int i = first; i < n; i++) {
            p[i] = 0;
        }
        for (int j = first; j < n; j++) {
            add(v[j] * factor, a[j], p, first); // column j is row j
        }
        add(-0.5 * factor * dot(v, p, first), v, p, first);
        for (int i = first; i < n; i++) {
            subtractTwo(v[i], p, p[i], v, a[i], first);
        }
    }

    private static void subtractTwo(double s, double[] x, double t, double[] y, double[] from, int first) {
        for (int j = first; j < from.length; j++) {
            from[j] -= s * x[j] + t * y[j];
        }
    }

    private static void add(double factor, double[] x, double[] to, int first) {
        for (int j = first; j < to.length; j++) {
            to[j] += factor * x[j];
        }
    }

    /** An inner product in four running sums, which the processor can add at the same time. */
    private static double dot(double[] x, double[] y, int first) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = first;
        for (; j + 3 < x.length; j += 4) {
            a += x[j] * y[j];
            b += x[j + 1] * y[j + 1];
            c += x[j + 2] * y[j + 2];
            d += x[j + 3] * y[j + 3];
        }
        for (; j < x.length; j++) {
            a += x[j] * y[j];
        }
        return (a + b) + (c + d);
    }

    /** The transpose of the product of all reflections, from the last to the first, so that most of it is still the identity. */
    private static double[][] reflections(double[][] a, double[] factors, Limits.Deadline deadline) {
        int n = a.length;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        for (int k = n - 3; k >= 0; k--) {
            deadline.check((long) (n - k) * (n - k));
            if (factors[k] != 0) {
                for (int i = k + 1; i < n; i++) {
                    add(-factors[k] * dot(a[k], rows[i], k + 1), a[k], rows[i], k + 1);
                }
            }
        }
        return rows;
    }

    /** Implicit QL with Wilkinson's shift; the rotations are applied to the rows as well. */
    private static void diagonalize(double[] d, double[] e, double[][] rows, Limits.Deadline deadline) {
        int n = d.length;
        for (int first = 0; first < n; first++) {
            for (int sweep = 0; ; sweep++) {
                int last = blockEnd(d, e, first);
                if (last == first) {
                    break;
                }
                if (sweep == MOST_SWEEPS) {
                    throw new IllegalStateException("the QL algorithm did not find eigenvalue " + first + " of " + n
                            + " in " + MOST_SWEEPS + " sweeps");
                }
                deadline.check((long) (last - first) * rows[0].length);
                sweep(d, e, rows, first, last);
            }
        }
    }

    /** The end of the block that starts at {@code first}: where the off-diagonal entry is negligible. */
    private static int blockEnd(double[] d, double[] e, int first) {
        int last = first;
        while (last + 1 < d.length) {
            double near = Math.abs(d[last]) + Math.abs(d[last + 1]);
            if (Math.abs(e[last]) <= 0x1p-53 * near || Math.abs(e[last]) < 1e-290) {
                e[last] = 0;
                break;
            }
            last++;
        }
        return last;
    }

    private static void sweep(double[] d, double[] e, double[][] rows, int first, int last) {
        double half = (d[first + 1] - d[first]) / (2 * e[first]);
        double root = Math.hypot(half, 1);
        double g = d[last] - d[first] + e[first] / (half + Math.copySign(root, half));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int i = last - 1; i >= first; i--) {
            double f = sine * e[i];
            double b = cosine * e[i];
            double r = Math.sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0) { // the block splits here
                d[i + 1] -= shift;
                e[last] = 0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = d[i + 1] - shift;
            r = (d[i] - g) * sine + 2 * cosine * b;
            shift = sine * r;
            d[i + 1] = g + shift;
            g = cosine * r - b;
            rotate(rows[i], rows[i + 1], cosine, sine);
        }
        d[first] -= shift;
        e[first] = g;
        e[last] = 0;
    }

    private static void rotate(double[] lower, double[] upper, double cosine, double sine) {
        for (int k = 0; k < lower.length; k++) {
            double x = lower[k];
            double y = upper[k];
            upper[k] = sine * x + cosine * y;
            lower[k] = cosine * x - sine * y;
        }
    }

    private static void sort(double[] values, double[][] rows) {
        double[][] unsorted = rows.clone();
        int[] order = new RadixSort().sortWithOrder(values);
        for (int k = 0; k < rows.length; k++) {
            rows[k] = unsorted[order[k]];
        }
    }
}
