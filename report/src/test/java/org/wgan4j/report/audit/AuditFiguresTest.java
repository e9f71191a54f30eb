package org.wgan4j.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.audit.Pairing;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.figure.draw.Svg;

/** Sentence, chart and pairs of audits that are made up. */
class AuditFiguresTest {
    private static final int IMAGES = 120;

    @Test
    void theSentenceTakesTheSlopeOutAndSaysWhichShareOfWhatIsLeft() {
        assertThat(AuditSentence.of(report(true, 26.1, 8.4, 6.5, 4, 3.1)))
                .contains("estimate is 26.1", "at most 8.40", "it is 3.11", "48 % of the exact W1", "6.50")
                .contains("4.00 lie between real and real")
                .contains("of the 3.10 that are left", "100 %, so it is near the distance of the distributions")
                .endsWith(".")
                .doesNotContain("; in training");
        assertThat(AuditSentence.of(report(true, 2, 1, 6.5, 4, 4))).contains("50 %, so it sees a part");
        assertThat(AuditSentence.of(report(true, 6, 1, 6.5, 4, 2))).contains("300 %, so it sees the batches");
        assertThat(AuditSentence.of(report(true, 6, 1, 6.5, 4, -0.1))).contains("alike");
    }

    @Test
    void aNegativeEstimateAndOneAboveTheExactDistanceAreSaidToBeSo() {
        assertThat(AuditSentence.of(report(true, -3, 1, 6.5, 4, 2))).contains("estimates no distance at all");
        assertThat(AuditSentence.of(report(true, 30, 2, 6.5, 4, 2)))
                .contains("more than the exact W1", "steepest pair");
    }

    @Test
    void theDifferenceOfLogitsOfAGanIsCalledNoDistance() {
        assertThat(AuditSentence.of(report(false, 5, 2, 6.5, 4, 2)))
                .contains("difference of mean logits and no distance");
    }

    @Test
    void theChartOfOneAuditHasBarsAndThatOfSeveralHasLinesOverTheSteps() {
        AuditReport report = report(true, 5, 2, 6.5, 4, 2);
        assertThat(Svg.texts(Svg.parse(
                        AuditChart.of(AuditHistory.of(report, List.of()), true).svg())))
                .contains("exact W₁", "estimate / slope", "estimate", "6.50");
        AuditHistory history = AuditHistory.of(report, List.of(logged(10, IMAGES), logged(20, IMAGES), logged(30, 7)));
        assertThat(history.audits()).extracting(AuditHistory.AuditEntry::step).containsExactly(10L, 20L, 100L);
        assertThat(Svg.texts(Svg.parse(AuditChart.of(history, true).svg())))
                .contains("floor: W₁, real - real", "Sinkhorn divergence", "generator step")
                .contains("critic's estimate, as it is");
        assertThat(Svg.texts(Svg.parse(AuditChart.of(history, false).svg())))
                .contains("The difference of mean logits, no distance")
                .doesNotContain("critic's estimate, as it is");
    }

    @Test
    void anAuditOfTheSameStepReplacesThatOfTraining() {
        AuditReport report = report(true, 5, 2, 6.5, 4, 2);
        assertThat(AuditHistory.of(report, List.of(logged(100, IMAGES))).audits())
                .hasSize(1);
    }

    @Test
    void thePageOfPairsGrowsByTheMapWhereTheClassesAreKnown() {
        AuditReport report = report(true, 5, 2, 6.5, 4, 2);
        BufferedImage without = PairingFigure.draw(report, Labels.UNKNOWN, Polarity.LIGHT_ON_DARK);
        BufferedImage with = PairingFigure.draw(report, classes(), Polarity.LIGHT_ON_DARK);
        assertThat(with.getWidth()).isEqualTo(without.getWidth());
        assertThat(with.getHeight()).isGreaterThan(without.getHeight() + 400);
    }

    @Test
    void theFiguresOfAnAuditAreWrittenIntoOneFolder(@TempDir Path folder) {
        RunDirectory run = RunDirectory.create(folder.resolve("run"), Recipes.load("quick", List.of()));
        AuditReport report = report(true, 5, 2, 6.5, 4, 2);
        assertThat(AuditFigures.write(folder, run, report))
                .containsExactly(folder.resolve("audit.png"), folder.resolve("audit.svg"), folder.resolve("pairs.png"))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    private static EvaluationRecord logged(long step, int images) {
        Map<String, Double> values = new HashMap<>(report(true, 4, 2, 7, 4, 3).byName());
        values.put("images", (double) images);
        return new EvaluationRecord(EvaluationRecord.Kind.AUDIT, step, 1, 100, 1, values);
    }

    private static AuditReport report(
            boolean wasserstein, double estimate, double slope, double exact, double floor, double debiased) {
        Map<AuditValue, Double> values = new EnumMap<>(AuditValue.class);
        values.put(AuditValue.IMAGES, (double) IMAGES);
        values.put(AuditValue.CRITIC_ESTIMATE, estimate);
        values.put(AuditValue.GRADIENT_NORM_MEAN, slope / 2);
        values.put(AuditValue.GRADIENT_NORM_MAX, slope);
        values.put(AuditValue.STEEPEST_PAIR, slope);
        values.put(AuditValue.ESTIMATE_OVER_LIPSCHITZ, estimate / slope);
        values.put(AuditValue.EXACT_W1, exact);
        values.put(AuditValue.FLOOR_W1, floor);
        values.put(AuditValue.DEBIASED_W1, debiased);
        values.put(AuditValue.SINKHORN_DIVERGENCE, 0.4);
        List<Pairing.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            pairs.add(new Pairing.Pair(i, IMAGES - 1 - i, 1 + i));
        }
        Images images = Images.of(new ImageShape(1, 4, 4), new byte[IMAGES * 16]);
        return new AuditReport(100, wasserstein, values, images, classes(), images, new Pairing(pairs));
    }

    private static Labels classes() {
        return new Labels(IntStream.range(0, IMAGES).mapToObj(i -> i % 10).toList());
    }
}
