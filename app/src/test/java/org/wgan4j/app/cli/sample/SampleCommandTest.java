package org.wgan4j.app.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;

/** What is refused before a checkpoint is looked for: the runs here have none. */
class SampleCommandTest {
    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void prepare() {
        run = run("digits", new ImageShape(1, 28, 28));
    }

    private Path run(String name, ImageShape shape) {
        RunDirectory directory = RunDirectory.create(folder.resolve(name), Recipes.load("quick", List.of()));
        DataProvenance data = new DataProvenance("mnist", 60_000, shape.toString(), "0".repeat(64));
        Provenance.here("quick", 2, "cpu", "float32", "off", data, 0, Instant.EPOCH)
                .write(directory.provenanceFile());
        return directory.path();
    }

    private static void refused(Path run, String count, String out, String... words) {
        Answer answer = Answer.to("sample", run.toString(), "-n", count, "--out", out);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains(words);
    }

    @Test
    void morePicturesThanAPageHoldsAreRefusedWithTheLimit() {
        String page = folder.resolve("x.png").toString();
        refused(run, "400000", page, "400000 images of 1x28x28", "at most 261121", ".npz");
        refused(run, "261122", page, "at most 261121");
        Path large = run("large", new ImageShape(3, 256, 256));
        refused(large, "3845", page, "3845 images of 3x256x256", "at most 3844");
        assertThat(folder.resolve("x.png")).doesNotExist();
    }

    @Test
    void moreImagesThanMemoryCanHoldAreRefusedWithTheLimit() {
        Path large = run("large", new ImageShape(3, 256, 256));
        for (String out : List.of("all.npz", "all/")) {
            refused(large, "20000", folder.resolve(out) + (out.endsWith("/") ? "/" : ""), "20000", "at most 10922");
        }
    }

    @Test
    void aFolderWithOtherPicturesIsRefusedAndOneThatIsOverwrittenIsNot() throws IOException {
        Path each = Files.createDirectory(folder.resolve("each"));
        for (String name : List.of("0001.png", "0002.png", "0003.png", "notes.txt", "._0003.png")) {
            Files.createFile(each.resolve(name));
        }
        refused(run, "2", each.toString(), "1 other pictures", "0003.png", "empty it");
        refused(run, "20000", each + "/", "3 other pictures", "0001.png"); // these would be 00001.png and so on
        assertThat(Answer.to("sample", run.toString(), "-n", "3", "--out", each.toString())
                        .err())
                .contains("checkpoint");
    }

    @Test
    void anEmptyNameIsRefused() {
        for (String out : List.of("", " ")) {
            refused(run, "3", out, "--out is empty");
        }
    }
}
