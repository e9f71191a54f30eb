package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.UnequalMassException;
import org.wgan4j.transport.solver.OptimalTransport;

class SlicedWassersteinTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 3})
    void onTheLineItIsTheWassersteinDistanceItself(double power) {
        for (int m : new int[] {7, 12, 9}) {
            Samples x = Clouds.normal(9, 1, 1);
            Samples y = Clouds.normal(m, 1, 2);
            assertAgreeOnLine(x, y, power);
            assertAgreeOnLine(x.weighted(Clouds.weights(9, 3)).normalized(), y, power);
            assertAgreeOnLine(
                    x.weighted(Clouds.weights(9, 3)).normalized(),
                    y.weighted(Clouds.weights(m, 4)).normalized(),
                    power);
        }
    }

    private static void assertAgreeOnLine(Samples x, Samples y, double power) {
        SlicedDistance sliced = SlicedWasserstein.between(x, y, power, 3, 5);
        double exact = OptimalTransport.between(x, y)
                .cost(Cost.euclidean(power))
                .solve()
                .cost();
        assertThat(sliced.cost()).isCloseTo(exact, within(1e-12 * (1 + exact)));
        assertThat(sliced.value()).isCloseTo(Math.pow(exact, 1 / power), within(1e-12 * (1 + exact)));
        assertThat(sliced.standardError()).isCloseTo(0, within(1e-12));
        assertThat(sliced.maximum()).isCloseTo(sliced.value(), within(1e-12));
    }

    @Test
    void knowsTheWeightedDistanceOfAnotherLibrary() {
        Samples x = Measure.samples(0, 1, 3.5, 7).weighted(.1, .2, .3, .4);
        Samples y = Measure.samples(.5, 1, 2, 8, 9).weighted(.2, .1, .4, .1, .2);
        // scipy.stats.wasserstein_distance, tools/make_divergence_values.py
        assertThat(SlicedWasserstein.between(x, y, 1, 1, 0).value()).isCloseTo(1.55, within(1e-14));
    }

    @Test
    void aShiftCostsItsProjections() {
        double[] shift = {3, -1, 2};
        Samples x = Clouds.normal(700, 3, 1);
        Samples y = Clouds.mapped(x, (k, value) -> value + shift[k]);
        double expected = 0;
        double largest = 0;
        for (double[] direction : SlicedWasserstein.directions(3, 40, 9)) {
            double along = direction[0] * 3 - direction[1] + direction[2] * 2;
            expected += along * along / 40;
            largest = Math.max(largest, Math.abs(along));
        }
        SlicedDistance sliced = SlicedWasserstein.between(x, y, 2, 40, 9);
        assertThat(sliced.cost()).isCloseTo(expected, within(1e-12));
        assertThat(sliced.maximum()).isCloseTo(largest, within(1e-12));
        double[] best = SlicedWasserstein.directions(3, 40, 9)[sliced.maximumAt()];
        assertThat(Math.abs(best[0] * 3 - best[1] + best[2] * 2)).isCloseTo(largest, within(1e-12));
    }

    @Test
    void theStandardErrorCoversTheMeanOverAllDirections() {
        Samples x = Clouds.normal(50, 3, 1);
        Samples y = Clouds.mapped(x, (k, value) -> value + (k == 0 ? 2 : 0));
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            SlicedDistance sliced = SlicedWasserstein.between(x, y, 2, 100, seed);
            double exact = 2 / Math.sqrt(3); // the mean of the square of a coordinate on the sphere is 1 / d
            covered += Math.abs(sliced.value() - exact) < 2 * sliced.standardError() ? 1 : 0;
        }
        assertThat(covered).isBetween(180, 200);
    }

    @Test
    void directionsCoverTheSphereEvenly() {
        double[][] directions = SlicedWasserstein.directions(5, 20_000, 3);
        double[] means = new double[5];
        double[] squares = new double[5];
        for (double[] direction : directions) {
            double length = 0;
            for (int k = 0; k < 5; k++) {
                means[k] += direction[k] / directions.length;
                squares[k] += direction[k] * direction[k] / directions.length;
                length += direction[k] * direction[k];
            }
            assertThat(length).isCloseTo(1, within(1e-14));
        }
        for (int k = 0; k < 5; k++) {
            assertThat(means[k]).isCloseTo(0, within(0.02));
            assertThat(squares[k]).isCloseTo(0.2, within(0.01));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() throws ExecutionException, InterruptedException {
        Samples x = Clouds.normal(601, 7, 1);
        Samples y = Clouds.normal(433, 7, 2);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(5);
        try {
            SlicedDistance alone =
                    one.submit(() -> SlicedWasserstein.between(x, y, 2, 33, 4)).get();
            SlicedDistance together =
                    many.submit(() -> SlicedWasserstein.between(x, y, 2, 33, 4)).get();
            assertThat(together).isEqualTo(alone);
        } finally {
            one.shutdown();
            many.shutdown();
        }
        double mean = 0;
        for (double[] direction : SlicedWasserstein.directions(7, 33, 4)) {
            mean += LowerBounds.projection(x, y, Cost.SQUARED_EUCLIDEAN, direction) / 33;
        }
        assertThat(SlicedWasserstein.between(x, y, 2, 33, 4).cost())
                .as("one direction after the other")
                .isCloseTo(mean, within(1e-12));
    }

    @Test
    void isSymmetricZeroBetweenEqualsAndScalesWithThePoints() {
        Samples x = Clouds.normal(64, 3, 1);
        Samples y = Clouds.normal(65, 3, 2);
        double distance = SlicedWasserstein.between(x, y, 2, 20, 1).value();
        assertThat(SlicedWasserstein.between(y, x, 2, 20, 1).value()).isCloseTo(distance, within(1e-14));
        assertThat(SlicedWasserstein.between(x, x, 2, 20, 1).value()).isZero();
        assertThat(SlicedWasserstein.between(x, x, 2, 20, 1).standardError()).isZero();
        Samples x3 = Clouds.mapped(x, (k, value) -> 3 * value);
        Samples y3 = Clouds.mapped(y, (k, value) -> 3 * value);
        assertThat(SlicedWasserstein.between(x3, y3, 2, 20, 1).value()).isCloseTo(3 * distance, within(1e-13));
    }

    @Test
    void splittingAMassAndAddingOnesOfZeroChangesNothing() {
        Samples x = Measure.samples(new double[][] {{0, 1}, {2, 3}});
        Samples split =
                Measure.samples(new double[][] {{0, 1}, {9, 9}, {2, 3}, {2, 3}}).weighted(.5, 0, .2, .3);
        Samples y = Clouds.normal(5, 2, 1);
        assertThat(SlicedWasserstein.between(split, y, 1, 10, 2).value())
                .isCloseTo(SlicedWasserstein.between(x, y, 1, 10, 2).value(), within(1e-14));
        assertThat(SlicedWasserstein.between(split, x, 1, 10, 2).value()).isCloseTo(0, within(1e-14));
    }

    @Test
    void theCostGrowsWithTheTotalMass() {
        Samples x = Measure.samples(0.0, 1.0);
        Samples y = Measure.samples(2.0, 5.0, 5.0);
        double cost = SlicedWasserstein.between(x, y, 1, 1, 0).cost();
        assertThat(SlicedWasserstein.between(x.weighted(3, 3), y.weighted(2, 2, 2), 1, 1, 0)
                        .cost())
                .isCloseTo(6 * cost, within(1e-13));
    }

    @Test
    void isNeverMoreThanTheDistanceItself() {
        Samples x = Clouds.normal(40, 6, 1);
        Samples y = Clouds.normal(30, 6, 2);
        double exact = OptimalTransport.between(x, y).solve().distance();
        SlicedDistance sliced = SlicedWasserstein.between(x, y, 1, 50, 3);
        assertThat(sliced.value()).isLessThan(sliced.maximum());
        assertThat(sliced.maximum()).isLessThan(exact);
    }

    @Test
    void oneProjectionHasNoStandardError() {
        assertThat(SlicedWasserstein.between(Measure.samples(0.0), Measure.samples(1.0), 2, 1, 0)
                        .standardError())
                .isNaN();
    }

    @Test
    void refusesWhatItCannotCompare() {
        Samples line = Measure.samples(0.0, 1.0);
        Samples plane = Clouds.normal(2, 2, 1);
        assertThatThrownBy(() -> SlicedWasserstein.between(line, plane, 1, 1, 0))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("1 coordinates and the target's have 2");
        assertThatThrownBy(() -> SlicedWasserstein.between(Measure.masses(1), Measure.masses(1), 1, 1, 0))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> SlicedWasserstein.between(line, line.weighted(1, 1), 1, 1, 0))
                .isInstanceOf(UnequalMassException.class);
        assertThatThrownBy(() -> SlicedWasserstein.between(line, line, 0.5, 1, 0))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("0.5");
        assertThatThrownBy(() -> SlicedWasserstein.between(line, line, 1, 0, 0))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> SlicedWasserstein.between(line, Measure.samples(1e200), 2, 1, 0))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("scale the coordinates down");
    }

    @Test
    void manyTiedPointsMatchTheirWeightedForm() {
        SplittableRandom random = new SplittableRandom(6);
        double[] values = new double[3000];
        double[] counts = new double[4];
        for (int i = 0; i < values.length; i++) {
            int k = random.nextInt(4);
            values[i] = k;
            counts[k]++;
        }
        Samples tied = Measure.samples(values);
        Samples weighted = Measure.samples(0.0, 1.0, 2.0, 3.0)
                .weighted(Arrays.stream(counts).map(c -> c / 3000).toArray());
        assertThat(SlicedWasserstein.between(tied, weighted, 1, 1, 0).cost()).isCloseTo(0, within(1e-12));
    }
}
