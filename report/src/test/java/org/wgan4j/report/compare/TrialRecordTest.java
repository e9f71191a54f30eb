package org.wgan4j.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.report.html.IntervalCurve;

class TrialRecordTest {
    private static final String DISTANCE = "frechet_distance";

    @TempDir
    private Path folder;

    private TrialRecord linear() {
        return MadeUpTrial.of(folder, MadeUpTrial.arm("wgan-gp"), 0, step -> step, step -> 100 - step, 0.5);
    }

    @Test
    void betweenMeasuresTheValueLiesOnTheLine() {
        TrialRecord trial = linear();
        assertThat(trial.valueAt(DISTANCE, CostScale.STEPS, 20)).hasValue(80);
        assertThat(trial.valueAt(DISTANCE, CostScale.STEPS, 25).orElse(Double.NaN))
                .isCloseTo(75, within(1e-9));
        assertThat(trial.valueAt(DISTANCE, CostScale.SECONDS, 59).orElse(Double.NaN))
                .isCloseTo(41, within(1e-9));
        assertThat(trial.valueAt(DISTANCE, CostScale.IMAGES, 256 * 5 * 30)).hasValue(70);
    }

    @Test
    void beforeTheFirstMeasureAndAfterTheLastThereIsNoValue() {
        TrialRecord trial = linear();
        assertThat(trial.valueAt(DISTANCE, CostScale.STEPS, 9)).isEmpty();
        assertThat(trial.valueAt(DISTANCE, CostScale.STEPS, 61)).isEmpty();
        assertThat(trial.valueAt("unheard_of", CostScale.STEPS, 30)).isEmpty();
        assertThat(trial.lastValue(DISTANCE)).hasValue(40);
        assertThat(trial.reach(CostScale.STEPS)).isEqualTo(60);
    }

    @Test
    void anEpochsTimeIsTheRunsOverItsEpochs() {
        // 60 steps of 5 x 256 images in 60 seconds.
        assertThat(linear().secondsPerEpoch().orElse(Double.NaN)).isCloseTo(60 / (60 * 1280 / 6e4), within(1e-9));
    }

    @Test
    void aSeriesOverSeedsIsStudentsIntervalAtEachMeasure() {
        Arm arm = MadeUpTrial.arm("wgan-gp");
        ArmRecord record = new ArmRecord(
                arm,
                List.of(
                        MadeUpTrial.of(folder, arm, 0, step -> 0, step -> 10, 0.5),
                        MadeUpTrial.of(folder, arm, 1, step -> 0, step -> 12, 0.5),
                        MadeUpTrial.of(folder, arm, 2, step -> 0, step -> 17, 0.5)));
        IntervalCurve curve = record.curve(DISTANCE, CostScale.STEPS);
        Measurement.Estimate expected = Measurement.Estimate.ofMean(10, 12, 17);
        assertThat(curve.x()).containsExactly(10, 20, 30, 40, 50, 60);
        assertThat(curve.values()).containsOnly(expected.value());
        assertThat(curve.low()).containsOnly(expected.low());
        assertThat(curve.high()).containsOnly(expected.high());
    }

    @Test
    void whatPeopleWatchIsAveragedUpToEachMeasure() {
        TrialRecord trial = linear();
        ObjectiveCurves.Indicator estimate = indicator(Recipe.wganGp());
        // The mean of 1 to 10, of 11 to 20 and so on.
        assertThat(IndicatorCorrelation.meansBefore(estimate, trial, trial.quality()))
                .containsExactly(5.5, 15.5, 25.5, 35.5, 45.5, 55.5);
        assertThat(IndicatorCorrelation.of(estimate, trial, DISTANCE)).hasValue(-1);
    }

    @Test
    void aDiscriminatorThatGuessesBoundsTheDivergenceByZeroAndAPerfectOneByLnTwo() {
        ObjectiveCurves.Indicator bound = indicator(Recipe.gan());
        assertThat(bound.value().applyAsDouble(Map.of("critic_loss", 2 * Math.log(2))))
                .isCloseTo(0, within(1e-15));
        assertThat(bound.value().applyAsDouble(Map.of("critic_loss", 0.0))).isEqualTo(Math.log(2));
    }

    private static ObjectiveCurves.Indicator indicator(Recipe recipe) {
        return ObjectiveDescription.of(recipe.objective())
                .curves(recipe.objective())
                .indicators()
                .get(0);
    }
}
