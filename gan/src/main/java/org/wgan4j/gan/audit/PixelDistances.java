package org.wgan4j.gan.audit;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.torch.NativeScope;

/**
 * Euclidean distances between points, all pairs at once.
 *
 * <p>By |x - y|^2 = |x|^2 + |y|^2 - 2 x y, which is one matrix product, in double precision; pairs so near that this loses digits are
 * computed anew from their differences. What comes out agrees with the plain sum to about ten digits, and is exactly 0 between equal points.
 */
final class PixelDistances {
    /** Nearer than this share of their squared lengths, points are compared number by number. */
    private static final double NEAR = 1e-6;

    private PixelDistances() {}

    /** The distances {@code [n][m]} between points x {@code [n, ...]} and y {@code [m, ...]}, flattened. */
    static double[][] between(Tensor x, Tensor y) {
        return NativeScope.get(() -> {
            Tensor a = points(x);
            Tensor b = points(y);
            double[] lengthsA = array(a.square().sum(1));
            double[] lengthsB = array(b.square().sum(1));
            double[] products = array(torch.matmul(a, b.t()));
            int n = lengthsA.length;
            int m = lengthsB.length;
            double[][] distances = new double[n][m];
            for (int i = 0; i < n; i++) {
                double[] row = distances[i];
                for (int j = 0; j < m; j++) {
                    double lengths = lengthsA[i] + lengthsB[j];
                    double square = lengths - 2 * products[i * m + j];
                    row[j] = square > NEAR * lengths ? Math.sqrt(square) : distance(a.get(i), b.get(j));
                }
            }
            return distances;
        });
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

    private static Tensor points(Tensor x) {
        return x.detach()
                .cpu()
                .to(torch.ScalarType.Double)
                .reshape(x.size(0), -1)
                .contiguous();
    }

    private static double distance(Tensor x, Tensor y) {
        return x.sub(y, new Scalar(1)).square().sum().sqrt().item_double();
    }

    private static double[] array(Tensor tensor) {
        double[] values = new double[Math.toIntExact(tensor.numel())];
        new DoublePointer(tensor.contiguous().data_ptr()).get(values);
        return values;
    }
}
