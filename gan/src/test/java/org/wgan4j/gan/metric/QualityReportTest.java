package org.wgan4j.gan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wgan4j.gan.metric.MadeUpSamples.estimate;
import static org.wgan4j.gan.metric.MadeUpSamples.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.features.KernelDistance;
import org.wgan4j.gan.metric.features.Manifolds;
import org.wgan4j.gan.metric.pixels.Memorisation;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.metric.statistics.Measurement;

class QualityReportTest {
    private static final List<Metric> ALL = Metrics.all();

    @Test
    void everyMetricHasAValueAndAFloor() {
        QualityReport report = QualityReport.of(
                sample(1000, 0.5, 1), sample(1000, 0, 2), sample(1500, 0, 3), ALL, 7, QualityReport.Listener.NONE);
        assertThat(report.scores().keySet()).containsExactlyElementsOf(ALL);
        report.scores().values().forEach(score -> {
            assertThat(score.value()).as(score.metric().key()).isInstanceOf(Measurement.Estimate.class);
            assertThat(score.floor()).as(score.metric().key()).isInstanceOf(Measurement.Estimate.class);
        });
        for (Metric worse :
                List.of(Metrics.FRECHET_DISTANCE, Metrics.KERNEL_DISTANCE, Metrics.W1_PIXELS, Metrics.SLICED_W)) {
            Score score = report.score(worse).orElseThrow();
            assertThat(estimate(score.value()).value())
                    .as(worse.key())
                    .isGreaterThan(estimate(score.floor()).value());
        }
        assertThat(report.values()).containsOnlyKeys(Metrics.keys());
        assertThat(report.classHistogram().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1000);
        assertThat(report.closest()).hasSize(Memorisation.PAIRS);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Supplier<QualityReport> measuring = () -> QualityReport.of(
                sample(1000, 0.2, 1), sample(1000, 0, 2), sample(1200, 0, 3), ALL, 7, QualityReport.Listener.NONE);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool five = new ForkJoinPool(5);
        try {
            QualityReport alone = one.submit(measuring::get).join();
            assertThat(five.submit(measuring::get).join()).isEqualTo(alone);
        } finally {
            one.shutdown();
            five.shutdown();
        }
    }

    @Test
    void onlyWhatIsWantedIsMeasuredAndFloorsAreKept() {
        QualityEvaluator evaluator = new QualityEvaluator(
                sample(300, 0, 2), sample(500, 0, 3), Set.of(Metrics.COVERAGE, Metrics.CLASS_ENTROPY), 7);
        List<String> first = new ArrayList<>();
        QualityReport report = evaluator.evaluate(sample(200, 0.1, 1), (words, done, of) -> first.add(done + "/" + of));
        assertThat(report.scores()).containsOnlyKeys(Metrics.COVERAGE, Metrics.CLASS_ENTROPY);
        assertThat(first).containsExactly("0/4", "1/4", "2/4", "3/4", "4/4");
        List<String> second = new ArrayList<>();
        QualityReport again = evaluator.evaluate(sample(200, 0.1, 1), (words, done, of) -> second.add(done + "/" + of));
        assertThat(second).containsExactly("0/2", "1/2", "2/2");
        assertThat(again).isEqualTo(report);
    }

    @Test
    void tooFewSamplesAreSaidAndNotComputed() {
        QualityReport report = QualityReport.of(
                sample(5, 0, 1), sample(300, 0, 2), sample(300, 0, 3), ALL, 7, QualityReport.Listener.NONE);
        assertThat(report.values().keySet()).containsExactly("kernel_distance"); // three samples do
        assertThat(report.score(Metrics.PRECISION).orElseThrow().value())
                .hasToString("needs 6 generated images, found 5");
        assertThat(report.score(Metrics.W1_PIXELS).orElseThrow().value())
                .isInstanceOf(Measurement.InsufficientSamples.class);
        assertThat(report.closest()).isEmpty();
    }

    @Test
    void imagesWithoutANetworkAreJudgedByTheirPixelsAlone() {
        Sample bare = Sample.of(sample(300, 0, 1).images());
        QualityReport report =
                QualityReport.of(bare, sample(300, 0, 2), sample(300, 0, 3), ALL, 7, QualityReport.Listener.NONE);
        assertThat(report.score(Metrics.DENSITY).orElseThrow().value())
                .isEqualTo(new Measurement.InsufficientSamples(1, 0, "generated images with features"));
        assertThat(report.values().keySet()).containsExactly("memorised_share", "near_copies");
    }

    @Test
    void asManyFeaturesAsImagesAreAskedFor() {
        Images images = sample(10, 0, 1).images();
        assertThatThrownBy(
                        () -> Sample.of(images, MadeUpSamples.normal(9, 3, 0, 1, 1), MadeUpSamples.inTurn(10, 10, 10)))
                .hasMessageContaining("9 rows of features for 10 images");
    }

    @Test
    void keysAreTheNamesInFiles() {
        assertThat(Metrics.keys()).contains("frechet_distance", "w1_pixels").doesNotHaveDuplicates();
        assertThat(Metrics.named("stacked_kl")).contains(Metrics.STACKED_KL);
        assertThat(Metrics.named("fid")).isEmpty();
    }

    /** The pixels as features: 49 means of 4 by 4 pixels of real digits, against others. */
    @Test
    void realDigitsAreAsGoodAsRealDigits() {
        Dataset test = Datasets.load(DataSource.named("mnist-test"));
        Features one = means(test.images().slice(0, 2500));
        Features other = means(test.images().slice(2500, 5000));
        Manifolds found = Manifolds.between(one, other, Manifolds.NEIGHBOURS);
        assertThat(estimate(found.density()).value()).isBetween(0.8, 1.2);
        assertThat(estimate(found.coverage()).value()).isBetween(0.9, 1.0);
        Measurement.Estimate kernel = estimate(KernelDistance.between(one, other));
        assertThat(Math.abs(kernel.value())).isLessThan(5 * kernel.standardError());
    }

    private static Features means(Images images) {
        double[] values = new double[images.count() * 49];
        byte[] pixels = images.bytes();
        for (int p = 0; p < pixels.length; p++) {
            int image = p / 784;
            int block = p % 784 / 28 / 4 * 7 + p % 28 / 4;
            values[image * 49 + block] += (pixels[p] & 0xff) / 16.0 / 255;
        }
        return Features.of(49, values);
    }

    /** How bright the images are, as a user of the library would measure it. */
    private static Metric brightness() {
        return Metric.of("brightness", "mean pixel", "0 to 255", Metric.Better.NEITHER, Metric.Basis.PIXELS, input -> {
            Images images = input.generated().images();
            double[] means = new double[images.count()];
            for (int i = 0; i < means.length; i++) {
                means[i] = images.pixel(i, 0, 2, 2);
            }
            return Measurement.Estimate.ofMean(means);
        });
    }

    @Test
    void aMetricOfOnesOwnStandsBesideTheOthersWithItsFloor() {
        QualityReport report = QualityReport.of(
                sample(200, 0.5, 1),
                sample(300, 0, 2),
                sample(300, 0, 3),
                List.of(brightness(), Metrics.COVERAGE),
                7,
                QualityReport.Listener.NONE);
        assertThat(report.scores().keySet()).extracting(Metric::key).containsExactly("brightness", "coverage");
        Score score = report.scores().values().iterator().next();
        assertThat(estimate(score.value()).value()).isBetween(130.0, 150.0);
        assertThat(estimate(score.floor()).value()).isBetween(110.0, 130.0);
        assertThat(estimate(score.floor()).samples()).isEqualTo(200);
        assertThat(report.values()).containsKey("brightness");
    }

    @Test
    void twoMetricsOfOneKeyAndAKeyThatIsNoneAreRefused() {
        Metric twin = Metric.of(
                "coverage",
                "mine",
                "",
                Metric.Better.HIGHER,
                Metric.Basis.PIXELS,
                input -> Measurement.Estimate.ofMean(1));
        assertThatThrownBy(() ->
                        new QualityEvaluator(sample(10, 0, 1), sample(10, 0, 2), List.of(Metrics.COVERAGE, twin), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[coverage, coverage]");
        for (String key : new String[] {"", "Mine", "my metric", "1st", "a-b"}) {
            assertThatThrownBy(() -> Metric.of(
                            key,
                            "",
                            "",
                            Metric.Better.LOWER,
                            Metric.Basis.PIXELS,
                            input -> Measurement.Estimate.ofMean(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + key + "\"");
        }
    }
}
