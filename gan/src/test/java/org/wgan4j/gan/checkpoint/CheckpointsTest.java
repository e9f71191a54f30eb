package org.wgan4j.gan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.recipe.Device;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.TinyRecipe;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;

/** Checkpoints that cannot be written or read, and those that are left over. */
class CheckpointsTest {
    private static final Recipe RECIPE = TinyRecipe.of("quick", "network.generator=compact", "network.critic=compact");

    @TempDir
    Path folder;

    private final TrainingState trainingState = TrainingState.create(
            RECIPE, new ImageShape(1, 28, 28), TorchRuntime.load().compute(Device.CPU));

    @AfterEach
    void free() {
        trainingState.close();
    }

    private Path save(Checkpoints checkpoints, long step, int keep) {
        return checkpoints.save(trainingState, new TrainingPosition(step, 0), keep);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatAKilledProcessLeftIsGoneAfterTheNextSave() throws IOException {
        Files.createDirectories(folder.resolve(".step-00000001.tmp/below"));
        Files.writeString(folder.resolve(".step-00000001.tmp/below/part"), "half");
        Files.writeString(folder.resolve(".step-00000007.tmp"), "odd");
        save(new Checkpoints(folder, RECIPE), 2, 0);
        assertThat(names()).containsExactly("step-00000002");
    }

    @Test
    void aCheckpointThatCannotBeWrittenSaysWhatToDoAndLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Checkpoints nowhere = new Checkpoints(file, RECIPE);
        assertThatThrownBy(() -> save(nowhere, 2, 0))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("step-00000002 could not be written")
                .hasMessageContaining("free some space and resume");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void weightsThatAreNotFiniteAreNotSavedAndLeaveNothing() throws IOException {
        Tensors.withoutGradients(() -> {
            trainingState.critic().network().tensor("0.weight").fill_(new Scalar(Double.NaN));
        });
        assertThatThrownBy(() -> save(new Checkpoints(folder, RECIPE), 2, 0)).isInstanceOf(NotFiniteException.class);
        assertThat(names()).isEmpty();
        assertThatThrownBy(trainingState::checkFinite)
                .isInstanceOf(NotFiniteException.class)
                .hasMessageContaining("the critic's tensor 0.weight is NaN");
    }

    @Test
    void theOneJustWrittenIsNeverDeletedForALaterOne() throws IOException {
        Checkpoints checkpoints = new Checkpoints(folder, RECIPE);
        save(checkpoints, 9, 1);
        save(checkpoints, 3, 1);
        save(checkpoints, 4, 1);
        assertThat(names()).containsExactly("step-00000004", "step-00000009");
    }

    @Test
    void namesHaveAsciiDigitsInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(String.format(Locale.getDefault(), "%d", 5)).isNotEqualTo("5");
            Checkpoints checkpoints = new Checkpoints(folder, RECIPE);
            assertThat(save(checkpoints, 5, 0)).hasFileName("step-00000005");
            assertThat(checkpoints
                            .loadLatest(trainingState)
                            .position()
                            .orElseThrow()
                            .step())
                    .isEqualTo(5);
        } finally {
            Locale.setDefault(before);
        }
    }
}
