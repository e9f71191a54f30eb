package org.wgan4j.transport.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.ShapeMismatchException;

class HistogramDivergenceTest {
    private static final Histogram P =
            Measure.histogram(12, 7, 4, 1, 19, 14, 9, 6, 3, 2).normalized();
    private static final Histogram Q =
            Measure.histogram(1, 5, 11, 17, 13, 9, 6, 4, 3, 2).normalized();

    @Test
    void knowsTheValuesOfTheTenBinPair() {
        assertThat(HistogramDivergence.totalVariation(P, Q)).isCloseTo(1831.0 / 5467, within(1e-15));
        // scipy, tools/make_divergence_values.py
        assertThat(HistogramDivergence.kullbackLeibler(P, Q)).isCloseTo(0.5003355776416126, within(1e-15));
        assertThat(HistogramDivergence.kullbackLeibler(Q, P)).isCloseTo(0.6749348139781168, within(1e-15));
        assertThat(HistogramDivergence.jensenShannon(P, Q)).isCloseTo(0.11763205718835995, within(1e-15));
        assertThat(HistogramDivergence.hellinger(P, Q)).isCloseTo(0.36059041791977414, within(1e-15));
        assertThat(HistogramDivergence.chiSquare(P, Q)).isCloseTo(1.782524338792135, within(1e-14));
    }

    @Test
    void equalProbabilitiesAreAtZero() {
        assertThat(HistogramDivergence.kullbackLeibler(P, P)).isZero();
        assertThat(HistogramDivergence.jensenShannon(P, P)).isZero();
        assertThat(HistogramDivergence.totalVariation(P, P)).isZero();
        assertThat(HistogramDivergence.hellinger(P, P)).isZero();
        assertThat(HistogramDivergence.chiSquare(P, P)).isZero();
    }

    @Test
    void disjointProbabilitiesAreAtTheBounds() {
        Measure left = Measure.masses(1, 0);
        Measure right = Measure.masses(0, 1);
        assertThat(HistogramDivergence.kullbackLeibler(left, right)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(HistogramDivergence.chiSquare(left, right)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(HistogramDivergence.jensenShannon(left, right)).isEqualTo(Math.log(2));
        assertThat(HistogramDivergence.totalVariation(left, right)).isEqualTo(1);
        assertThat(HistogramDivergence.hellinger(left, right)).isEqualTo(1);
    }

    @Test
    void anEmptyCellCostsNothingWhereOnlyTheFirstIsEmpty() {
        Measure p = Measure.masses(1, 0);
        Measure q = Measure.masses(.25, .75);
        assertThat(HistogramDivergence.kullbackLeibler(p, q)).isCloseTo(Math.log(4), within(1e-15));
        assertThat(HistogramDivergence.kullbackLeibler(q, p)).isEqualTo(Double.POSITIVE_INFINITY);
        Measure both = Measure.masses(1, 0, 0);
        assertThat(HistogramDivergence.kullbackLeibler(both, both)).isZero();
        assertThat(HistogramDivergence.chiSquare(both, both)).isZero();
    }

    @Test
    void ratiosBeyondTheRangeOfADoubleAreFinite() {
        double tiny = Double.MIN_VALUE;
        double forward = HistogramDivergence.kullbackLeibler(Measure.masses(.5, .5), Measure.masses(1, tiny));
        assertThat(forward).isCloseTo(-Math.log(2) - .5 * Math.log(tiny), within(1e-10));
        assertThat(HistogramDivergence.kullbackLeibler(Measure.masses(1, tiny), Measure.masses(.5, .5)))
                .isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void theirKnownInequalitiesHoldForRandomProbabilities() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            Measure p = random(random, 1 + round % 9);
            Measure q = random(random, 1 + round % 9);
            double tv = HistogramDivergence.totalVariation(p, q);
            double hellinger = HistogramDivergence.hellinger(p, q);
            double kl = HistogramDivergence.kullbackLeibler(p, q);
            double js = HistogramDivergence.jensenShannon(p, q);
            assertThat(tv).as("Pinsker").isLessThanOrEqualTo(Math.sqrt(kl / 2) + 1e-12);
            assertThat(kl).isLessThanOrEqualTo(Math.log1p(HistogramDivergence.chiSquare(p, q)) + 1e-12);
            assertThat(hellinger * hellinger).isLessThanOrEqualTo(tv + 1e-12);
            assertThat(tv).isLessThanOrEqualTo(hellinger * Math.sqrt(2 - hellinger * hellinger) + 1e-12);
            assertThat(js).isBetween(tv * tv / 2 - 1e-12, tv * Math.log(2) + 1e-12);
            assertThat(HistogramDivergence.jensenShannon(q, p)).isCloseTo(js, within(1e-15));
        }
    }

    private static Measure random(SplittableRandom random, int cells) {
        double[] masses = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            masses[i] = i > 0 && random.nextInt(3) == 0 ? 0 : random.nextDouble();
        }
        return Measure.masses(masses).normalized();
    }

    @Test
    void refusesMassesThatAreNoProbabilitiesWithBothSums() {
        assertThatThrownBy(() -> HistogramDivergence.kullbackLeibler(Measure.masses(70, 7), Measure.masses(71)))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("2 and 1 masses");
        assertThatThrownBy(() -> HistogramDivergence.kullbackLeibler(Measure.masses(70, 7), Measure.masses(70, 1)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("sum to 77.0 and 71.0")
                .hasMessageContaining("normalized()");
    }

    @Test
    void refusesWhatDoesNotShareCells() {
        Histogram row = Histogram.grid(List.of(1, 2), .5, .5);
        Histogram column = Histogram.grid(List.of(2, 1), .5, .5);
        assertThatThrownBy(() -> HistogramDivergence.totalVariation(row, column))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("[1, 2] and [2, 1]");
        assertThatThrownBy(() -> HistogramDivergence.hellinger(Measure.samples(1.0), Measure.samples(1.0)))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("samples have no cells");
        assertThat(HistogramDivergence.totalVariation(row, Measure.masses(1, 0)))
                .isEqualTo(.5);
    }
}
