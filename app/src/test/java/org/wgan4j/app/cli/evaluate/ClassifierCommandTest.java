package org.wgan4j.app.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClassifierCommandTest {
    @TempDir
    Path folder;

    @Test
    void theShippedClassifierIsNamedHashedAndCounted() {
        Answer answer = Answer.to("classifier", "--json");
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode object = JsonMapper.builder().build().readTree(answer.out());
        assertThat(object.get("classifier").asString()).isEqualTo("wgan4j-mnist-1");
        assertThat(object.get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(object.get("images").asInt()).isEqualTo(10_000);
        int correct = 0;
        int all = 0;
        for (int digit = 0; digit < 10; digit++) {
            correct += object.at("/confusion/" + digit + "/" + digit).asInt();
            for (JsonNode count : object.at("/confusion/" + digit)) {
                all += count.asInt();
            }
        }
        assertThat(all).isEqualTo(10_000);
        assertThat(object.get("correct").asInt()).isEqualTo(correct);
        assertThat(object.get("accuracy").asDouble())
                .isCloseTo(correct / 1e4, within(1e-12))
                .isGreaterThan(0.99);
        assertThat(Answer.to("classifier").out())
                .contains(object.get("sha256").asString())
                .contains(String.format(Locale.ROOT, "%d of the 10000 test images", correct));
    }

    @Test
    void aFileThatIsNoClassifierIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.safetensors"), "no weights");
        Answer answer = Answer.to("classifier", file.toString());
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("mine.safetensors");
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedBeforeAnythingIsTrained() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Answer answer = Answer.to(
                "classifier", "train", "--out", file.resolve("w.safetensors").toString());
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("w.safetensors").doesNotContain("epoch");
        Answer directory = Answer.to("classifier", "train", "--out", folder.toString());
        assertThat(directory.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(directory.err()).contains(folder.toString()).doesNotContain("epoch");
    }
}
