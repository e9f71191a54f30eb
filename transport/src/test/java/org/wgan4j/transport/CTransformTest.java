package org.wgan4j.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The c-transforms are feasible and tight somewhere in every row and column, in one thread and in several. */
class CTransformTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "40, 7", "600, 700"})
    void theLargestFeasiblePotentials(int n, int m) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] matrix = new double[n][m];
        for (double[] row : matrix) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        double[] g = random.doubles(m).toArray();
        g[0] = m > 1 ? Double.NEGATIVE_INFINITY : g[0]; // takes no part
        CostRows costs = Cost.matrix(matrix).between(Measure.masses(ones(n)), Measure.masses(ones(m)));
        double[] f = CTransform.toSources(costs, g, Limits.NONE.start());
        for (int i = 0; i < n; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = m > 1 ? 1 : 0; j < m; j++) {
                least = Math.min(least, matrix[i][j] - g[j]);
            }
            assertThat(f[i]).isEqualTo(least);
        }
        f[0] = n > 1 ? Double.NEGATIVE_INFINITY : f[0];
        double[] back = CTransform.toTargets(costs, f, Limits.NONE.start());
        for (int j = 0; j < m; j++) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = n > 1 ? 1 : 0; i < n; i++) {
                least = Math.min(least, matrix[i][j] - f[i]);
            }
            assertThat(back[j]).isEqualTo(least);
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
