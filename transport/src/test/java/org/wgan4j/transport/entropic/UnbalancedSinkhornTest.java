package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;

class UnbalancedSinkhornTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 5, 1000})
    void objectiveAndDualMeet(double strength) {
        Samples x = Instances.cloud(13, 2, 1);
        Samples y = PotData.target(2.5);
        for (double regularization : new double[] {0.02, 0.5}) {
            UnbalancedSolution s =
                    UnbalancedSinkhorn.of(regularization, strength).solve(x, y, Cost.EUCLIDEAN, Limits.NONE);
            assertThat(s.converged()).isTrue();
            assertThat(s.dualityGap()).isCloseTo(0, within(1e-9 * (1 + strength)));
        }
    }

    @Test
    void aPriceBeyondAllCostsGivesTheBalancedPlan() {
        Problem problem = Instances.clouds(14, 17, 3, Cost.EUCLIDEAN);
        double[][] balanced =
                Sinkhorn.of(0.05).withTolerance(1e-12).solve(problem).plan().toMatrix();
        double[][] nearly = UnbalancedSinkhorn.of(0.05, 1e7)
                .solve(problem.source(), problem.target(), Cost.EUCLIDEAN, Limits.NONE)
                .plan()
                .toMatrix();
        for (int i = 0; i < balanced.length; i++) {
            assertThat(nearly[i]).containsExactly(balanced[i], within(1e-8));
        }
    }

    /** With one point each, p is the plan: c + eps log(p / (a b)) + rho log(p / a) + rho log(p / b) = 0. */
    @Test
    void onePointEachHasAClosedForm() {
        double a = 2;
        double b = 0.3;
        double cost = 1.5;
        double epsilon = 0.2;
        double strength = 0.7;
        UnbalancedSolution s = new UnbalancedSinkhorn(epsilon, strength, 1e-14, 1000)
                .solve(Measure.masses(a), Measure.masses(b), Cost.matrix(new double[][] {{cost}}), Limits.NONE);
        double log = ((epsilon + strength) * Math.log(a * b) - cost) / (epsilon + 2 * strength);
        assertThat(s.mass()).isCloseTo(Math.exp(log), within(1e-13));
    }

    @Test
    void hugeCostsAndTinyMassesGiveNoNaN() {
        Cost cost = Cost.matrix(new double[][] {{1e32, -3, 0}, {1e32, 1e32, 1e32}});
        for (double regularization : new double[] {1e-300, 1e-3, 1e20}) {
            for (double strength : new double[] {1e-200, 1, 1e200}) {
                UnbalancedSolution s = new UnbalancedSinkhorn(regularization, strength, 1e-9, 50)
                        .solve(Measure.masses(1e-300, 1), Measure.masses(0, 1e-12, 5), cost, Limits.NONE);
                assertThat(s.potentials().f()).doesNotContain(Double.NaN);
                assertThat(s.potentials().g()).doesNotContain(Double.NaN);
                assertThat(s.mass()).isNotNaN();
                assertThat(s.transportCost()).isNotNaN();
            }
        }
    }

    @Test
    void stoppedIsNotConverged() {
        UnbalancedSolution s = UnbalancedSinkhorn.of(0.01, 1)
                .solve(PotData.source(), PotData.target(1), PotData.cost(), Limits.NONE.withIterations(1));
        assertThat(s.converged()).isFalse();
        assertThat(s.iterations()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStrengthOutsideItsRangeIsRefused(double strength) {
        assertThatThrownBy(() -> UnbalancedSinkhorn.of(1, strength))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(String.valueOf(strength));
    }
}
