package org.wgan4j.gan.audit;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.Tensors;

/**
 * The matrix of Euclidean distances between two sets of points.
 *
 * <p>By |x - y|^2 = |x|^2 + |y|^2 - 2 x y, which is a matrix product, in double precision; near pairs, where this
 * cancels, are computed from their differences. The result agrees with the plain sum to about ten digits, and is exactly 0 between equal points.
 * Native memory holds the points and the products of {@link #ROWS} of them, however many pairs are near.
 */
final class PixelDistances {
    /** Squared distances below this share of the squared norms are computed from differences. */
    private static final double NEAR = 1e-6;

    /** Rows of the matrix that are computed at a time. */
    private static final int ROWS = 256;

    private final Tensor x;
    private final Tensor y;
    private final float[][] rowsX;
    private final float[][] rowsY;

    private PixelDistances(Tensor x, Tensor y) {
        this.x = points(x);
        this.y = points(y);
        this.rowsX = new float[Math.toIntExact(x.size(0))][];
        this.rowsY = new float[Math.toIntExact(y.size(0))][];
    }

    /** The distances {@code [n][m]} between points x {@code [n, ...]} and y {@code [m, ...]}, flattened. */
    static double[][] between(Tensor x, Tensor y) {
        return NativeScope.get(() -> new PixelDistances(x, y).matrix());
    }

    /** The distances {@code [n][n]} among points: symmetric to the bit, and 0 on the diagonal. */
    static double[][] among(Tensor x) {
        double[][] distances = between(x, x);
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distances[j][i];
            }
        }
        return distances;
    }

    private double[][] matrix() {
        double[] lengthsX = squaredLengths(x);
        double[] lengthsY = squaredLengths(y);
        double[][] distances = new double[lengthsX.length][lengthsY.length];
        for (int first = 0; first < distances.length; first += ROWS) {
            int from = first;
            int rows = Math.min(ROWS, distances.length - first);
            double[] products = NativeScope.get(() -> array(torch.matmul(x.narrow(0, from, rows), y.t())));
            for (int i = first; i < first + rows; i++) {
                double[] row = distances[i];
                for (int j = 0; j < row.length; j++) {
                    double lengths = lengthsX[i] + lengthsY[j];
                    double square = lengths - 2 * products[(i - first) * row.length + j];
                    row[j] = square > NEAR * lengths ? Math.sqrt(square) : distance(i, j);
                }
            }
        }
        return distances;
    }

    private static Tensor points(Tensor x) {
        return x.detach()
                .cpu()
                .to(torch.ScalarType.Double)
                .reshape(x.size(0), -1)
                .contiguous();
    }

    private static double[] squaredLengths(Tensor points) {
        return NativeScope.get(() -> array(points.square().sum(1)));
    }

    /** From the differences, whose numbers single precision holds in full. */
    private double distance(int i, int j) {
        float[] a = row(x, rowsX, i);
        float[] b = row(y, rowsY, j);
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double difference = (double) a[k] - b[k];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static float[] row(Tensor points, float[][] known, int i) {
        if (known[i] == null) {
            known[i] = NativeScope.get(() -> Tensors.toArray(points.narrow(0, i, 1)));
        }
        return known[i];
    }

    private static double[] array(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        new DoublePointer(tensor.contiguous().data_ptr()).get(values);
        return values;
    }
}
