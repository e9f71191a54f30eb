package org.wgan4j.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

class RunDirectoryTest {
    private static final Recipe RECIPE = Recipes.load("digit-wgan", List.of("seed=7"));

    @TempDir
    Path folder;

    private static Provenance provenance() {
        DataProvenance data = new DataProvenance("mnist", 5421, "1x28x28", "ab12");
        Instant started = Instant.parse("2026-11-22T05:16:20.123456789Z");
        return Provenance.here("digit-wgan", 2, "cpu", "float32", "off", data, 7, started);
    }

    @Test
    void aNewRunHoldsItsResolvedRecipe() {
        RunDirectory run = RunDirectory.create(folder.resolve("a/b"), RECIPE);

        assertThat(RunDirectory.open(run.path())).isEqualTo(run);
        assertThat(run.recipe()).isEqualTo(RECIPE);
        assertThat(run.samples()).isEmptyDirectory();
        assertThat(run.checkpoints()).isEmptyDirectory();
        assertThat(run.sample("epoch-0001")).isEqualTo(folder.resolve("a/b/samples/epoch-0001.png"));
    }

    @Test
    void anEmptyFolderIsTakenAndAnyOtherIsRefused() throws Exception {
        RunDirectory.create(folder, RECIPE);

        assertThatThrownBy(() -> RunDirectory.create(folder, RECIPE))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("is there already");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> RunDirectory.create(file, RECIPE)).hasMessageContaining("is there already");
        assertThatThrownBy(() -> RunDirectory.create(file.resolve("below"), RECIPE))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aFolderThatIsNoRunIsRefused() {
        assertThatThrownBy(() -> RunDirectory.open(folder))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("has no recipe.yaml");
        assertThatThrownBy(() -> RunDirectory.open(folder.resolve("x"))).hasMessageContaining("There is no run");
    }

    @Test
    void aRecipeChangedByHandIsRefusedWithItsPlace() throws Exception {
        RunDirectory run = RunDirectory.create(folder, RECIPE);
        Files.writeString(run.recipeFile(), "sede: 1\n");

        assertThatThrownBy(run::recipe)
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("recipe.yaml, line 1, column 1: there is no setting 'sede'");
    }

    @Test
    void theDefaultPathNamesTimeAndRecipeAndIsNew() throws Exception {
        Instant now = Instant.parse("2026-11-22T05:16:20Z");
        Path first = RunDirectory.defaultPath(folder, "quick", now);
        Files.createDirectory(first);
        Path second = RunDirectory.defaultPath(folder, "quick", now);

        assertThat(first.getFileName().toString()).matches("2026-11-2\\dT\\d\\d-\\d\\d-\\d\\d-quick");
        assertThat(second).hasFileName(first.getFileName() + "-2");
        assertThat(RunDirectory.defaultPath(folder, "../odd dir/m\u00fc:ne.yaml", now)
                        .getFileName()
                        .toString())
                .endsWith("-m-ne");
        assertThat(RunDirectory.defaultPath(folder, "x".repeat(999), now)
                        .getFileName()
                        .toString())
                .hasSizeLessThan(100);
    }

    @Test
    void aLabelCannotLeaveTheFolderOfSamples() {
        RunDirectory run = new RunDirectory(folder);

        assertThatThrownBy(() -> run.sample("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void provenanceIsReadBackAsItWasWritten() {
        RunDirectory run = RunDirectory.create(folder, RECIPE);

        provenance().write(run.provenanceFile());

        assertThat(run.provenance()).isEqualTo(provenance());
        assertThat(provenance().cores()).isPositive();
        assertThat(provenance().version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(provenance().commit()).matches("unknown|[0-9a-f]{7,40}(-dirty)?");
        assertThat(provenance().toJson()).contains("\"started\" : \"2026-11-22T05:16:20.123456789Z\"");
    }

    @Test
    void aFileThatIsNoProvenanceIsRefused() {
        for (String json : List.of("", "null", "[]", "{}", "{\"recipe\":1}", "[".repeat(100_000), "{\"data\":{}}")) {
            assertThatThrownBy(() -> Provenance.fromJson(json, "here"))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageStartingWith("here is not the provenance of a run: ");
        }
    }

    @Test
    void theProcessorIsNamedByItsModelOrElseByItsArchitecture() {
        Stream<String> facts = Stream.of("processor : 0", "model name\t: Abacus 3000 @ 1.0GHz", "model name\t: other");

        assertThat(Provenance.cpuModel(facts)).isEqualTo("Abacus 3000 @ 1.0GHz");
        assertThat(Provenance.cpuModel(Stream.of())).isEqualTo(System.getProperty("os.arch"));
        assertThat(Provenance.cpuModel()).isNotBlank();
    }
}
