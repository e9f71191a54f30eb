package org.wgan4j.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineSlackTest {
    @Test
    void theLeastSlackIsThatOfAllPairsWhateverThePotentialsAre() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] x = values(random, 1 + random.nextInt(40));
            double[] y = values(random, 1 + random.nextInt(40));
            NormCost cost = new NormCost(NormCost.Norm.EUCLIDEAN, 1 + random.nextInt(3) * 0.75);
            Problem problem = Problem.of(Measure.samples(x), Measure.samples(y), cost);
            Potentials potentials = new Potentials(
                    random.doubles(x.length).toArray(), random.doubles(y.length).toArray());
            double expected = Double.POSITIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < y.length; j++) {
                    double slack = problem.costs().cost(i, j) - potentials.f(i) - potentials.g(j);
                    expected = Math.min(expected, slack);
                }
            }
            assertThat(LineSlack.least(problem, potentials, Limits.NONE.start()))
                    .as("seed %d", seed)
                    .isCloseTo(expected, within(1e-13));
        }
    }

    @Test
    void aViolationAmongAHundredThousandPointsIsFound() {
        int n = 100_000;
        double[] x = new SplittableRandom(1).doubles(n).toArray();
        double[] f = new double[n];
        double[] g = new double[n];
        Problem problem = Problem.of(Measure.samples(x), Measure.samples(x), Cost.EUCLIDEAN);
        Plan plan = new Plan(n, n, indices(n), indices(n), problem.source().masses());
        assertThat(Certificate.of(problem, plan, new Potentials(f.clone(), g)).violation())
                .isZero();
        f[77_777] = 0.25;
        assertThat(Certificate.of(problem, plan, new Potentials(f, g)).violation())
                .isEqualTo(0.25);
    }

    /** With ties, which are what sorting and searching get wrong. */
    private static double[] values(SplittableRandom random, int n) {
        return random.ints(n, 0, 12).asDoubleStream().map(v -> v / 4).toArray();
    }

    private static int[] indices(int n) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        return indices;
    }
}
