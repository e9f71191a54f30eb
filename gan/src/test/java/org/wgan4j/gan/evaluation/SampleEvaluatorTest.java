package org.wgan4j.gan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Measurement;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.Score;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.TorchRuntime;

/** A judge that holds samples against 1000 real digits. */
class SampleEvaluatorTest {
    private static final Set<Metric> ALL = EnumSet.allOf(Metric.class);
    private static final EvaluationData MNIST = EvaluationData.of(DataSource.named("mnist"));
    private static final EvaluationData FEW = MNIST.atMost(1500, 1000, 3);
    private static final SampleEvaluator JUDGE = SampleEvaluator.of(FEW, ALL, 7, TorchRuntime.start(2));

    private static final Images REAL =
            MNIST.training().select(MNIST.someOfTraining(1000, 4)).images();

    @AfterAll
    static void free() {
        JUDGE.close();
    }

    private static Images noise(int count) {
        byte[] pixels = new byte[count * 784];
        new Random(4).nextBytes(pixels);
        return Images.of(new ImageShape(1, 28, 28), pixels);
    }

    private static QualityReport judged(Images images) {
        return JUDGE.judge(images, QualityReport.Listener.NONE);
    }

    private static Measurement.Estimate estimate(Measurement finding) {
        if (finding instanceof Measurement.Estimate estimate) {
            return estimate;
        }
        throw new AssertionError(finding);
    }

    private static double value(QualityReport report, Metric metric) {
        return estimate(report.score(metric).orElseThrow().value()).value();
    }

    private static double floor(QualityReport report, Metric metric) {
        return estimate(report.score(metric).orElseThrow().floor()).value();
    }

    @Test
    void realImagesAreAsGoodAsTheirFloorsUpToChance() {
        QualityReport report = judged(REAL);
        for (Score score : report.scores().values()) {
            Measurement.Estimate value = estimate(score.value());
            Measurement.Estimate floor = estimate(score.floor());
            boolean known = value.hasInterval() && floor.hasInterval() && floor.standardError() > 0;
            double error = known ? Math.hypot(value.standardError(), floor.standardError()) : 0.2 * floor.value();
            assertThat(Math.abs(value.value() - floor.value()))
                    .as("%s: %s beside %s", score.metric().key(), value, floor)
                    .isLessThanOrEqualTo(5 * error);
        }
        assertThat(value(report, Metric.CLASSES_PRESENT)).isEqualTo(10);
        assertThat(value(report, Metric.COVERAGE)).isGreaterThan(0.85);
        assertThat(value(report, Metric.NEAR_COPIES)).isLessThan(0.05);
    }

    @Test
    void noiseIsFarFromRealImagesByEveryMeasureOfDistance() {
        QualityReport report = judged(noise(1000));
        for (Metric distance : List.of(
                Metric.FRECHET_DISTANCE, Metric.KERNEL_DISTANCE, Metric.SLICED_W, Metric.W1_PIXELS, Metric.W2_PIXELS)) {
            assertThat(value(report, distance)).as(distance.key()).isGreaterThan(2 * Math.abs(floor(report, distance)));
        }
        for (Metric share : List.of(Metric.PRECISION, Metric.DENSITY, Metric.COVERAGE)) {
            assertThat(value(report, share)).as(share.key()).isLessThan(0.1 * floor(report, share));
        }
        assertThat(value(report, Metric.CLASS_ENTROPY)).isLessThan(floor(report, Metric.CLASS_ENTROPY));
    }

    /** The generator that has learnt its training images by heart. */
    @Test
    void trainingImagesThemselvesAreFoundOut() {
        QualityReport report = judged(FEW.training().images().slice(0, 400));
        assertThat(value(report, Metric.MEMORISED_SHARE)).isGreaterThan(0.75); // 1000 of the 1500 are candidates
        assertThat(value(report, Metric.NEAR_COPIES)).isEqualTo(1);
        assertThat(report.closest())
                .isNotEmpty()
                .allMatch(pair -> pair.distance() == 0 && pair.generated() == pair.training());
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        Set<Metric> some = EnumSet.of(Metric.FRECHET_DISTANCE, Metric.CLASSIFIER_SCORE);
        EvaluationData fewer = MNIST.atMost(300, 300, 3);
        Images images = REAL.slice(0, 200);
        try (SampleEvaluator one = SampleEvaluator.of(fewer, some, 5, TorchRuntime.start(2));
                SampleEvaluator same = SampleEvaluator.of(fewer, some, 5, TorchRuntime.start(2))) {
            QualityReport first = one.judge(images, QualityReport.Listener.NONE);
            assertThat(same.judge(images, QualityReport.Listener.NONE)).isEqualTo(first);
            assertThat(first.scores()).containsOnlyKeys(Metric.FRECHET_DISTANCE, Metric.CLASSIFIER_SCORE);
        }
    }

    @Test
    void classesAreForDigitsAndFeaturesForImagesThatTheClassifierKnows() {
        assertThat(SampleEvaluator.possible(FEW, ALL)).isEqualTo(ALL);
        EvaluationData clothes = new EvaluationData(FEW.training(), FEW.reference(), false, false);
        assertThat(SampleEvaluator.possible(clothes, ALL))
                .contains(Metric.FRECHET_DISTANCE, Metric.W1_PIXELS)
                .noneMatch(metric -> metric.basis() == Metric.Basis.CLASSES);
        assertThat(SampleEvaluator.possible(tiny(), ALL))
                .isNotEmpty()
                .allMatch(metric -> metric.basis() == Metric.Basis.PIXELS);
        assertThat(SampleEvaluator.possible(tiny(), EnumSet.of(Metric.COVERAGE)))
                .isEmpty();
    }

    private static EvaluationData tiny() {
        Images images = Images.of(new ImageShape(1, 2, 2), new byte[4 * 20]);
        return new EvaluationData(Dataset.of("tiny", images), Dataset.of("tiny", images), false, false);
    }

    @Test
    void whatIsJudgedByPixelsAloneNeedsNoClassifier() {
        try (SampleEvaluator judge = SampleEvaluator.of(tiny(), ALL, 1, TorchRuntime.start(2))) {
            assertThat(judge.classifier()).isEmpty();
        }
        try (SampleEvaluator judge =
                SampleEvaluator.of(FEW, EnumSet.of(Metric.NEAR_COPIES), 1, TorchRuntime.start(2))) {
            assertThat(judge.classifier()).isEmpty();
            assertThat(judge.judge(REAL, QualityReport.Listener.NONE).scores()).containsOnlyKeys(Metric.NEAR_COPIES);
        }
    }

    @Test
    void samplesOfAnotherShapeAreRefusedNamingBoth() {
        Images small = Images.of(new ImageShape(1, 2, 2), new byte[80]);
        assertThatThrownBy(() -> judged(small))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("1x2x2")
                .hasMessageContaining("mnist are 1x28x28");
    }

    @Test
    void aJudgeThatIsClosedLeavesNothingNative() {
        long before = NativeScope.liveObjects();
        SampleEvaluator.of(MNIST.atMost(20, 20, 1), ALL, 1, TorchRuntime.start(2))
                .close();
        assertThat(NativeScope.liveObjects()).isEqualTo(before);
    }
}
