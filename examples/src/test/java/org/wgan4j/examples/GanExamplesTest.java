package org.wgan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.event.Outcome;

/** The examples of training and evaluation run, for a few steps. */
class GanExamplesTest {
    @TempDir
    private Path folder;

    @Test
    void dataOfOnesOwnAreTrainedOnReportedAndSampled() throws Exception {
        Path run = folder.resolve("squares");
        Images generated = OwnData.train(run, 3);
        assertThat(generated.count()).isEqualTo(16);
        assertThat(generated.shape()).isEqualTo(new ImageShape(1, 8, 8));
        assertThat(RunDirectory.open(run).provenance().data().name()).isEqualTo("squares");
        assertThat(Files.readString(run.resolve("report.html"))).contains("squares");
    }

    @Test
    void anObjectiveOfOnesOwnTrainsUnderItsName() throws Exception {
        Path run = folder.resolve("hinge");
        assertThat(OwnObjective.train(run, 3)).isEqualTo(Outcome.FINISHED);
        assertThat(RunDirectory.open(run).recipe().objective().name()).isEqualTo("hinge");
        assertThat(Files.readString(run.resolve("metrics.jsonl")))
                .contains("\"critic_loss\"")
                .doesNotContain("wasserstein_estimate");
    }

    @Test
    void networksOfOnesOwnTrainUnderAGradientPenalty() throws Exception {
        Path run = folder.resolve("residual");
        assertThat(OwnNetwork.train(run, 3)).isEqualTo(Outcome.FINISHED);
        assertThat(Files.readString(run.resolve("metrics.jsonl"))).contains("gradient_penalty");
    }

    @Test
    void imagesFromElsewhereAreEvaluatedAgainstRealOnes() {
        Images real = OwnData.squares(1200).images();
        byte[] noise = new byte[600 * 64];
        new Random(1).nextBytes(noise);
        Path generated = folder.resolve("noise.npz");
        NpzFile.write(generated, Map.of("images", new NpyArray.UInt8(new int[] {600, 8, 8}, noise)));
        QualityReport report = EvaluateImages.evaluate(EvaluateImages.read(generated), real);
        assertThat(report.values()).containsKeys("brightness", "memorised_share", "near_copies");
        assertThat(report.values().get("brightness")).isBetween(0.45, 0.55);
        assertThat(report.values().get("near_copies")).isZero();

        Path squares = folder.resolve("squares.npz");
        NpzFile.write(squares, Map.of("images", new NpyArray.UInt8(new int[] {1200, 8, 8}, real.bytes())));
        EvaluateImages.main(new String[] {generated.toString(), squares.toString()});
    }
}
