package org.wgan4j.gan.metric.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.gan.metric.MadeUpSamples.estimate;
import static org.wgan4j.gan.metric.MadeUpSamples.inTurn;
import static org.wgan4j.gan.metric.MadeUpSamples.value;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.statistics.Measurement;

class ClassMetricsTest {
    @Test
    void certainSamplesOfAllClassesScoreTheNumberOfClasses() {
        ClassScores found = ClassScores.of(inTurn(1000, 10, 10), inTurn(500, 10, 10), 1);
        assertThat(value(found.classifierScore())).isCloseTo(10, within(1e-12));
        assertThat(value(found.entropy())).isCloseTo(Math.log(10), within(1e-12));
        assertThat(value(found.confidentShare())).isEqualTo(1);
        assertThat(value(found.classesPresent())).isEqualTo(10);
        assertThat(value(found.totalVariation())).isCloseTo(0, within(1e-12));
    }

    @Test
    void oneClassOfTenScoresOne() {
        ClassScores found = ClassScores.of(inTurn(1000, 1, 10), inTurn(500, 10, 10), 1);
        assertThat(value(found.classifierScore())).isCloseTo(1, within(1e-12));
        assertThat(value(found.entropy())).isZero();
        assertThat(value(found.classesPresent())).isEqualTo(1);
        assertThat(value(found.totalVariation())).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void samplesThatTheClassifierCannotTellScoreOneAndShowNoClass() {
        double[] even = new double[400];
        Arrays.fill(even, 0.25);
        ClassScores found = ClassScores.of(ClassProbabilities.of(4, even), inTurn(100, 4, 4), 1);
        assertThat(value(found.classifierScore())).isCloseTo(1, within(1e-12));
        assertThat(value(found.confidentShare())).isZero();
        assertThat(value(found.classesPresent())).isZero();
    }

    /** A share of n samples has the standard error sqrt(p (1 - p) / n). */
    @Test
    void theConfidentShareHasTheErrorAndTheIntervalOfAProportion() {
        double[] values = new double[2000];
        for (int i = 0; i < 1000; i++) {
            values[2 * i] = i < 300 ? 0.95 : 0.6;
            values[2 * i + 1] = 1 - values[2 * i];
        }
        Measurement.Estimate found = estimate(ClassScores.of(ClassProbabilities.of(2, values), inTurn(100, 2, 2), 1)
                .confidentShare());
        double expected = Math.sqrt(0.3 * 0.7 / 1000);
        assertThat(found.standardError()).isCloseTo(expected, within(1e-12));
        assertThat(found.low()).isCloseTo(0.27240684, within(1e-8));
        assertThat(found.high()).isCloseTo(0.32912386, within(1e-8));
    }

    @Test
    void ninetyNineSamplesAreTooFewForClasses() {
        ClassScores found = ClassScores.of(inTurn(99, 10, 10), inTurn(500, 10, 10), 1);
        assertThat(found.entropy()).isEqualTo(new Measurement.InsufficientSamples(100, 99, "generated images"));
        assertThat(ClassScores.of(inTurn(100, 10, 10), inTurn(99, 10, 10), 1).totalVariation())
                .isEqualTo(new Measurement.InsufficientSamples(100, 99, "reference images"));
    }

    /** Counting n stacks of equally likely modes leaves (modes - 1) / 2n of divergence on average. */
    @Test
    void realStacksShowAllModesAndTheDivergenceOfCounting() {
        StackedModes found = StackedModes.ofSingles(inTurn(10_000, 10, 10), inTurn(10_000, 10, 10), 1);
        assertThat(value(found.modes())).isEqualTo(1000);
        assertThat(value(found.kl())).isCloseTo(999 / 52_000.0, within(0.003));
    }

    @Test
    void aGeneratorOfTwoClassesMakesEightModes() {
        StackedModes found = StackedModes.ofSingles(inTurn(5000, 2, 10), inTurn(5000, 10, 10), 1);
        assertThat(value(found.modes())).isEqualTo(8);
        assertThat(value(found.kl())).isCloseTo(3 * Math.log(5), within(0.01));
    }

    @Test
    void stacksOfDrawnSinglesAndGivenStacksAreCountedAlike() {
        int[][] stacks = new int[8000][3];
        for (int i = 0; i < stacks.length; i++) {
            stacks[i] = new int[] {i % 2, i / 2 % 2, i / 4 % 2};
        }
        StackedModes found = StackedModes.ofStacks(stacks, inTurn(5000, 10, 10), 1);
        assertThat(value(found.modes())).isEqualTo(8);
        assertThat(value(found.kl())).isCloseTo(3 * Math.log(5), within(1e-9));
    }

    @Test
    void aStackOfUnknownClassesIsRefused() {
        int[][] stacks = new int[1000][3];
        stacks[7][1] = 10;
        assertThatThrownBy(() -> StackedModes.ofStacks(stacks, inTurn(1000, 10, 10), 1))
                .hasMessageContaining("[0, 10, 0]")
                .hasMessageContaining("from 0 to 9");
    }

    @Test
    void probabilitiesThatSumToTwoAreRefused() {
        assertThatThrownBy(() -> ClassProbabilities.of(2, new double[] {0.5, 0.5, 1, 1}))
                .hasMessageContaining("row 1 sum to 2.0");
        assertThatThrownBy(() -> ClassProbabilities.of(2, new double[] {1.5, -0.5}))
                .hasMessageContaining("-0.5");
    }
}
