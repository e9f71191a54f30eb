package org.wgan4j.gan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.Score;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.ImageClassifier;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.TorchRuntime;

/** An evaluator of samples against 1000 real digits. */
class SampleEvaluatorTest {
    private static final List<Metric> ALL = Metrics.all();
    private static final EvaluationData MNIST = EvaluationData.of(DataSource.named("mnist"));
    private static final EvaluationData FEW = MNIST.atMost(1500, 1000, 3);
    private static final SampleEvaluator EVALUATOR = SampleEvaluator.of(FEW, ALL, 7, TorchRuntime.start(2));

    private static final Images REAL =
            MNIST.training().select(MNIST.someOfTraining(1000, 4)).images();

    @AfterAll
    static void free() {
        EVALUATOR.close();
    }

    private static Images noise(int count) {
        byte[] pixels = new byte[count * 784];
        new Random(4).nextBytes(pixels);
        return Images.of(new ImageShape(1, 28, 28), pixels);
    }

    private static QualityReport evaluated(Images images) {
        return EVALUATOR.evaluate(images, QualityReport.Listener.NONE);
    }

    private static Measurement.Estimate estimate(Measurement measurement) {
        if (measurement instanceof Measurement.Estimate estimate) {
            return estimate;
        }
        throw new AssertionError(measurement);
    }

    private static double value(QualityReport report, Metric metric) {
        return estimate(report.score(metric).orElseThrow().value()).value();
    }

    private static double floor(QualityReport report, Metric metric) {
        return estimate(report.score(metric).orElseThrow().floor()).value();
    }

    @Test
    void realImagesAreAsGoodAsTheirFloorsUpToChance() {
        QualityReport report = evaluated(REAL);
        for (Score score : report.scores().values()) {
            Measurement.Estimate value = estimate(score.value());
            Measurement.Estimate floor = estimate(score.floor());
            boolean known = value.hasInterval() && floor.hasInterval() && floor.standardError() > 0;
            double error = known ? Math.hypot(value.standardError(), floor.standardError()) : 0.2 * floor.value();
            assertThat(Math.abs(value.value() - floor.value()))
                    .as("%s: %s beside %s", score.metric().key(), value, floor)
                    .isLessThanOrEqualTo(5 * error);
        }
        assertThat(value(report, Metrics.CLASSES_PRESENT)).isEqualTo(10);
        assertThat(value(report, Metrics.COVERAGE)).isGreaterThan(0.85);
        assertThat(value(report, Metrics.NEAR_COPIES)).isLessThan(0.05);
    }

    @Test
    void noiseIsFarFromRealImagesByEveryMeasureOfDistance() {
        QualityReport report = evaluated(noise(1000));
        for (Metric distance : List.of(
                Metrics.FRECHET_DISTANCE,
                Metrics.KERNEL_DISTANCE,
                Metrics.SLICED_W,
                Metrics.W1_PIXELS,
                Metrics.W2_PIXELS)) {
            assertThat(value(report, distance)).as(distance.key()).isGreaterThan(2 * Math.abs(floor(report, distance)));
        }
        for (Metric share : List.of(Metrics.PRECISION, Metrics.DENSITY, Metrics.COVERAGE)) {
            assertThat(value(report, share)).as(share.key()).isLessThan(0.1 * floor(report, share));
        }
        assertThat(value(report, Metrics.CLASS_ENTROPY)).isLessThan(floor(report, Metrics.CLASS_ENTROPY));
    }

    /** The generator that has learnt its training images by heart. */
    @Test
    void trainingImagesThemselvesAreFoundOut() {
        QualityReport report = evaluated(FEW.training().images().slice(0, 400));
        assertThat(value(report, Metrics.MEMORISED_SHARE)).isGreaterThan(0.75); // 1000 of the 1500 are candidates
        assertThat(value(report, Metrics.NEAR_COPIES)).isEqualTo(1);
        assertThat(report.closest())
                .isNotEmpty()
                .allMatch(pair -> pair.distance() == 0 && pair.generated() == pair.training());
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        List<Metric> some = List.of(Metrics.FRECHET_DISTANCE, Metrics.CLASSIFIER_SCORE);
        EvaluationData fewer = MNIST.atMost(300, 300, 3);
        Images images = REAL.slice(0, 200);
        try (SampleEvaluator one = SampleEvaluator.of(fewer, some, 5, TorchRuntime.start(2));
                SampleEvaluator same = SampleEvaluator.of(fewer, some, 5, TorchRuntime.start(2))) {
            QualityReport first = one.evaluate(images, QualityReport.Listener.NONE);
            assertThat(same.evaluate(images, QualityReport.Listener.NONE)).isEqualTo(first);
            assertThat(first.scores()).containsOnlyKeys(Metrics.FRECHET_DISTANCE, Metrics.CLASSIFIER_SCORE);
        }
    }

    @Test
    void imagesThatAreNoDigitsOfMnistAreJudgedByTheirPixelsAlone() {
        assertThat(SampleEvaluator.possible(FEW, ALL)).isEqualTo(ALL);
        EvaluationData clothes = new EvaluationData(FEW.training(), FEW.reference(), false, false);
        for (EvaluationData others : List.of(clothes, tiny())) {
            assertThat(SampleEvaluator.possible(others, ALL))
                    .contains(Metrics.W1_PIXELS)
                    .allMatch(metric -> metric.basis() == Metric.Basis.PIXELS);
            assertThat(SampleEvaluator.possible(others, List.of(Metrics.COVERAGE)))
                    .isEmpty();
        }
        try (SampleEvaluator evaluator = SampleEvaluator.of(clothes, ALL, 1)) {
            assertThat(evaluator.leftOut())
                    .contains(Metrics.FRECHET_DISTANCE, Metrics.CLASSES_PRESENT)
                    .doesNotContain(Metrics.NEAR_COPIES);
            assertThat(evaluator.evaluate(REAL.slice(0, 200)).values())
                    .containsOnlyKeys("memorised_share", "near_copies");
        }
        assertThat(EVALUATOR.leftOut()).isEmpty();
    }

    /** Two classes by the brightness of the middle, and three features: as a user of the library would supply them. */
    private static ImageClassifier brightness() {
        return new ImageClassifier() {
            @Override
            public String name() {
                return "brightness";
            }

            @Override
            public String sha256() {
                return "";
            }

            @Override
            public boolean takes(ImageShape shape) {
                return shape.channels() == 1;
            }

            @Override
            public Sample describe(Images images) {
                double[] features = new double[3 * images.count()];
                double[] classes = new double[2 * images.count()];
                for (int i = 0; i < images.count(); i++) {
                    for (int k = 0; k < 3; k++) {
                        features[3 * i + k] = images.pixel(i, 0, 10 + 3 * k, 14) / 255.0;
                    }
                    classes[2 * i] = features[3 * i + 1];
                    classes[2 * i + 1] = 1 - classes[2 * i];
                }
                return Sample.of(images, Features.of(3, features), ClassProbabilities.of(2, classes));
            }
        };
    }

    @Test
    void aClassifierOfOnesOwnGivesFeaturesAndClassesOfAnyImages() {
        EvaluationData own = EvaluationData.of(REAL);
        assertThat(own.training().size()).isEqualTo(500);
        assertThat(own.heldOut()).isFalse();
        try (SampleEvaluator evaluator = SampleEvaluator.of(own, ALL, 1, brightness())) {
            QualityReport report = evaluator.evaluate(noise(200));
            assertThat(evaluator.classifier()).map(ImageClassifier::name).contains("brightness");
            assertThat(report.classHistogram()).hasSize(2);
            assertThat(value(report, Metrics.FRECHET_DISTANCE))
                    .isGreaterThan(2 * floor(report, Metrics.FRECHET_DISTANCE));
        }
        EvaluationData colour = EvaluationData.of(Images.of(new ImageShape(3, 4, 4), new byte[48 * 10]));
        assertThatThrownBy(() -> SampleEvaluator.of(colour, ALL, 1, brightness()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("brightness")
                .hasMessageContaining("3x4x4");
    }

    @Test
    void arraysAreJudgedAgainstArraysInOneCall() {
        QualityReport report = SampleEvaluator.evaluate(noise(200), EvaluationData.of(REAL));
        assertThat(report.values()).containsOnlyKeys("memorised_share", "near_copies");
        assertThat(value(report, Metrics.NEAR_COPIES)).isZero();
        assertThat(report.closest()).isNotEmpty();
    }

    private static EvaluationData tiny() {
        Images images = Images.of(new ImageShape(1, 2, 2), new byte[4 * 20]);
        return new EvaluationData(Dataset.of("tiny", images), Dataset.of("tiny", images), false, false);
    }

    @Test
    void whatIsJudgedByPixelsAloneNeedsNoClassifier() {
        try (SampleEvaluator evaluator = SampleEvaluator.of(tiny(), ALL, 1, TorchRuntime.start(2))) {
            assertThat(evaluator.classifier()).isEmpty();
        }
        try (SampleEvaluator evaluator =
                SampleEvaluator.of(FEW, List.of(Metrics.NEAR_COPIES), 1, TorchRuntime.start(2))) {
            assertThat(evaluator.classifier()).isEmpty();
            assertThat(evaluator.evaluate(REAL, QualityReport.Listener.NONE).scores())
                    .containsOnlyKeys(Metrics.NEAR_COPIES);
        }
    }

    @Test
    void samplesOfAnotherShapeAreRefusedNamingBoth() {
        Images small = Images.of(new ImageShape(1, 2, 2), new byte[80]);
        assertThatThrownBy(() -> evaluated(small))
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
