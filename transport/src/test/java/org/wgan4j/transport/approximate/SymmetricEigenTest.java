package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.ShapeMismatchException;

class SymmetricEigenTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 17, 64, 101})
    void theEigenvectorsAreOrthonormalAndRebuildTheMatrix(int d) {
        for (double[][] matrix : kinds(d)) {
            SymmetricEigen eigen = SymmetricEigen.of(matrix);
            double[] values = new double[d];
            double largest = Double.MIN_VALUE;
            for (int k = 0; k < d; k++) {
                values[k] = eigen.value(k);
                largest = Math.max(largest, Math.abs(values[k]));
            }
            assertThat(values).isSorted();
            double[][] rebuilt = MatrixProduct.ofEigen(eigen.rows(), values);
            double[][] gram = MatrixProduct.of(eigen.rows(), MatrixProduct.transposed(eigen.rows()));
            double worst = 0;
            double worstAngle = 0;
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    worst = Math.max(worst, Math.abs(rebuilt[i][j] - matrix[i][j]));
                    worstAngle = Math.max(worstAngle, Math.abs(gram[i][j] - (i == j ? 1 : 0)));
                }
            }
            assertThat(worst).isLessThanOrEqualTo(1e-15 * (d + 10) * largest);
            assertThat(worstAngle).isLessThanOrEqualTo(1e-15 * (d + 10));
            double[] alone = SymmetricEigen.values(matrix);
            for (int k = 0; k < d; k++) {
                assertThat(alone[k]).isCloseTo(values[k], within(1e-14 * d * largest));
            }
        }
    }

    /** Random; of rank one; zero; diagonal with ties; graded over 24 decades; huge; tiny; already tridiagonal. */
    private static double[][][] kinds(int d) {
        double[][] random = MatrixProduct.symmetrized(Clouds.matrix(d, d, d));
        double[][][] kinds = {
            random,
            Clouds.covariance(d, 1, 2),
            new double[d][d],
            new double[d][d],
            new double[d][d],
            scaled(random, 1e300),
            scaled(random, 1e-290),
            new double[d][d]
        };
        for (int i = 0; i < d; i++) {
            kinds[3][i][i] = Math.floorDiv(i, 2);
            for (int j = 0; j < d; j++) {
                kinds[4][i][j] = random[i][j] * Math.pow(10, -12.0 * (i + j) / d);
                kinds[7][i][j] = Math.abs(i - j) == 1 ? -1 : i == j ? 2 : 0;
            }
        }
        return kinds;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        double[][] scaled = new double[matrix.length][matrix.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < scaled.length; j++) {
                scaled[i][j] = matrix[i][j] * factor;
            }
        }
        return scaled;
    }

    @Test
    void knowsTheSpectrumOfTheSecondDifference() {
        int d = 50;
        double[][] matrix = kinds(d)[7];
        for (int k = 0; k < d; k++) {
            double expected = 2 - 2 * Math.cos((k + 1) * Math.PI / (d + 1));
            assertThat(SymmetricEigen.values(matrix)[k]).isCloseTo(expected, within(1e-14));
        }
    }

    @Test
    void namesTheEntryThatIsNotSymmetric() {
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}, {2.001, 1}}))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("entry [1, 0] of the matrix is 2.001 and entry [0, 1] is 2.0");
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, Double.NaN}, {2, 1}}))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("entry [0, 1]");
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}, {2}}))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> SymmetricEigen.of(new double[0][])).isInstanceOf(ShapeMismatchException.class);
    }
}
