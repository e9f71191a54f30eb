package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 511, 512, 513, 5000})
    void sortsAsTheLibraryDoes(int n) {
        RadixSort sort = new RadixSort();
        for (double[] values : kinds(n)) {
            double[] expected = values.clone();
            Arrays.sort(expected);
            double[] sorted = values.clone();
            sort.sort(sorted);
            assertThat(sorted).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 511, 5000})
    void saysWhereEachNumberCameFromWithTiesInTheirOrder(int n) {
        RadixSort sort = new RadixSort();
        for (double[] values : kinds(n)) {
            double[] sorted = values.clone();
            int[] order = sort.sortWithOrder(sorted);
            boolean[] seen = new boolean[n];
            for (int k = 0; k < n; k++) {
                assertThat(values[order[k]]).isEqualTo(sorted[k]);
                assertThat(seen[order[k]]).isFalse();
                seen[order[k]] = true;
                if (k > 0) {
                    boolean tie = Double.doubleToRawLongBits(sorted[k - 1]) == Double.doubleToRawLongBits(sorted[k]);
                    assertThat(sorted[k - 1] < sorted[k] || !tie || order[k - 1] < order[k])
                            .isTrue();
                }
            }
        }
    }

    /** Random signs and sizes over all exponents, few values, one value, zeros of both signs, numbers close to each other. */
    private static double[][] kinds(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] kinds = new double[5][n];
        for (int i = 0; i < n; i++) {
            kinds[0][i] = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-300, 300));
            kinds[1][i] = random.nextInt(3) - 1;
            kinds[2][i] = -7;
            kinds[3][i] = random.nextBoolean() ? 0.0 : -0.0;
            kinds[4][i] = 1e9 + random.nextInt(1000) * Math.ulp(1e9);
        }
        return kinds;
    }
}
