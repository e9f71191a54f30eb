package org.wgan4j.transport.exact.partial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

class PartialTransportTest {
    private static Samples cloud(int size, double mass, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[size][2];
        double[] masses = new double[size];
        for (int i = 0; i < size; i++) {
            points[i][0] = random.nextDouble();
            points[i][1] = random.nextDouble();
            masses[i] = mass * (0.5 + random.nextDouble()) / size;
        }
        return Samples.of(points).weighted(masses);
    }

    private static void assertProof(PartialSolution s, Measure x, Measure y, Cost cost, double mass, double rounding) {
        CostRows costs = cost.between(x, y);
        assertThat(s.converged()).isTrue();
        assertThat(s.dualityGap()).isCloseTo(0, within(rounding));
        double moved = 0;
        for (int i = 0; i < x.size(); i++) {
            assertThat(s.plan().sourceMasses()[i]).isLessThanOrEqualTo(x.mass(i) + rounding);
            moved += s.plan().sourceMasses()[i];
            assertThat(s.prices().f(i)).isLessThanOrEqualTo(0);
            for (int j = 0; j < y.size(); j++) {
                assertThat(s.prices().f(i) + s.prices().g(j) + s.massPrice() - costs.cost(i, j))
                        .isLessThanOrEqualTo(rounding);
            }
        }
        for (int j = 0; j < y.size(); j++) {
            assertThat(s.plan().targetMasses()[j]).isLessThanOrEqualTo(y.mass(j) + rounding);
            assertThat(s.prices().g(j)).isLessThanOrEqualTo(0);
        }
        assertThat(moved).isCloseTo(mass, within(rounding));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 0.5, 0.8})
    void pricesProveThePlan(double mass) {
        for (long seed = 1; seed < 6; seed++) {
            Samples x = cloud(9, 1.7, seed);
            Samples y = cloud(12, 2.5, seed + 10);
            for (Cost cost : new Cost[] {Cost.EUCLIDEAN, Cost.SQUARED_EUCLIDEAN, Cost.of((i, j) -> (i * j % 7) - 3)}) {
                assertProof(PartialTransport.solve(x, y, cost, mass, Limits.NONE), x, y, cost, mass, 1e-13);
            }
        }
    }

    @Test
    void allTheMassIsBalancedTransport() {
        Measure x = cloud(10, 1, 3).normalized();
        Measure y = cloud(8, 1, 4).normalized();
        double mass = Math.min(x.totalMass(), y.totalMass());
        PartialSolution part = PartialTransport.solve(x, y, Cost.EUCLIDEAN, mass, Limits.NONE);
        double whole = NetworkSimplex.solve(Problem.of(x, y, Cost.EUCLIDEAN), Limits.NONE)
                .cost();
        assertThat(part.cost()).isCloseTo(whole, within(1e-13));
    }

    @Test
    void theNearestMassGoesFirst() {
        Measure x = Measure.histogram(1, 0, 0, 1, 0);
        Measure y = Measure.histogram(0, 0, 1, 0, 1);
        assertThat(PartialTransport.solve(x, y, Cost.EUCLIDEAN, 1, Limits.NONE).cost())
                .isEqualTo(1);
        assertThat(PartialTransport.solve(x, y, Cost.EUCLIDEAN, 1.5, Limits.NONE)
                        .cost())
                .isEqualTo(2);
        assertThat(PartialTransport.solve(x, y, Cost.EUCLIDEAN, 2, Limits.NONE).cost())
                .isEqualTo(3);
    }

    @Test
    void theCostIsConvexInTheMass() {
        Samples x = cloud(20, 2, 5);
        Samples y = cloud(20, 2, 6);
        double[] costs = new double[8];
        for (int k = 1; k < costs.length; k++) {
            costs[k] = PartialTransport.solve(x, y, Cost.SQUARED_EUCLIDEAN, 0.2 * k, Limits.NONE)
                    .cost();
        }
        for (int k = 1; k + 1 < costs.length; k++) {
            assertThat(2 * costs[k]).isLessThanOrEqualTo(costs[k - 1] + costs[k + 1] + 1e-14);
        }
    }

    @Test
    void aStoppedPlanMovesTheMassAndSaysSo() {
        Samples x = cloud(60, 1, 7);
        Samples y = cloud(60, 1, 8);
        PartialSolution s = PartialTransport.solve(x, y, Cost.EUCLIDEAN, 0.4, Limits.NONE.withIterations(1));
        assertThat(s.converged()).isFalse();
        assertThat(Arrays.stream(s.plan().sourceMasses()).sum()).isCloseTo(0.4, within(1e-12));
        assertThat(s.dualityGap()).isGreaterThan(-1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void aMassThatIsNotThereIsRefused(double mass) {
        assertThatThrownBy(() -> PartialTransport.solve(
                        Measure.histogram(1, 1), Measure.histogram(0.5, 0.5), Cost.EUCLIDEAN, mass, Limits.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(String.valueOf(mass));
    }
}
