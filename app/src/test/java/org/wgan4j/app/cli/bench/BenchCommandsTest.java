package org.wgan4j.app.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benches on batches of 4, with the kernels that are always there. */
class BenchCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SMALL =
            " --recipe quick --batch 4 --set data.name=mnist-test --set runtime.precision=float32 --set runtime.tuning=off";

    @TempDir
    private Path folder;

    private static Answer answer(String arguments) {
        return Answer.to(arguments.split(" "));
    }

    @Test
    void withoutACommandTheHelpIsPrintedAsAnError() {
        Answer answer = answer("bench");
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Usage: wgan4j bench", "train", "check", "Examples:");
    }

    @Test
    void aMeasurementIsOneObjectWhoseNumbersAgree() {
        Answer answer = answer("bench train --seconds 0.1 --json" + SMALL);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err().lines()).containsExactly("training for 0.1 s ...");
        JsonNode object = JSON.readTree(answer.out());
        assertThat(object.get("recipe").asString()).isEqualTo("quick");
        assertThat(object.get("batch").asInt()).isEqualTo(4);
        assertThat(object.get("precision").asString()).isEqualTo("float32");
        assertThat(object.get("tuning").asString()).isEqualTo("off");
        assertThat(object.get("iterations").asInt()).isGreaterThanOrEqualTo(3);
        double median = object.get("iteration_ms").get("median").asDouble();
        assertThat(object.get("iteration_ms").get("min").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(median);
        assertThat(object.get("images_per_second").asDouble()).isEqualTo(2 * 4 / median * 1e3);
        double gflops = object.get("gflop_per_iteration").asDouble() / median * 1e3;
        assertThat(object.get("gflops").asDouble()).isEqualTo(gflops);
        assertThat(object.get("share_of_convolution_rate").asDouble())
                .isEqualTo(gflops / object.get("convolution_gflops").asDouble());
        assertThat(object.get("machine").get("cores").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void aMeasurementForPeopleIsATable() {
        Answer answer = answer("bench train --seconds 0.1" + SMALL);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .startsWith("quick: batch 4, float32, tuning off, ")
                .containsPattern("critic step +[0-9]+[.][0-9] +[0-9]+[.][0-9]\n")
                .containsPattern("iteration +[0-9]+[.][0-9] +[0-9]+[.][0-9]\n");
    }

    @Test
    void aTrainingThatDivergesFailsInOneSentenceWithExitCodeOne() {
        Answer answer = answer("bench train --seconds 20" + SMALL + " --set objective.penalty=1000000"
                + " --set criticOptimizer.name=rmsprop --set criticOptimizer.rho=0.999999999999"
                + " --set criticOptimizer.learningRate=10");
        assertThat(answer.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("wgan4j: Training stopped at generator step ");
    }

    @Test
    void theCheckWritesTheLossesThatItPrints() {
        Path file = folder.resolve("check.npz");
        Answer answer = answer("bench check --json --out " + file + SMALL);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
        JsonNode object = JSON.readTree(answer.out());
        assertThat(object.get("recipe").asString()).isEqualTo("quick");
        assertThat(object.get("file").asString()).isEqualTo(file.toString());
        Map<String, NpyArray> arrays = NpzFile.read(file);
        for (String loss : new String[] {"critic_loss", "generator_loss", "gradient_penalty"}) {
            float printed = (float) object.get(loss).asDouble();
            assertThat(arrays).containsEntry(loss, new NpyArray.Float32(new int[] {1}, new float[] {printed}));
        }
        assertThat(arrays).containsKeys("generator.0.weight", "critic.0.weight", "real", "latents", "mixing");
    }

    @Test
    void theCheckForPeopleNamesTheLossesThatTheGameHas() {
        Path file = folder.resolve("gan.npz");
        Answer answer = answer("bench check --out " + file + SMALL + " --set objective.name=gan");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("critic loss ", "generator loss ", "wrote " + file)
                .doesNotContain("penalty");
    }
}
