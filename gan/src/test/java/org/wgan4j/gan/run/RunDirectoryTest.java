package org.wgan4j.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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
    void aClaimedFolderNamesTimeAndRecipeAndIsNobodyElses() {
        Instant now = Instant.parse("2026-11-22T05:16:20Z");
        Path parent = folder.resolve("new/runs");
        Path first = RunDirectory.claimIn(parent, "quick", now).path();
        Path second = RunDirectory.claimIn(parent, "quick", now).path();

        assertThat(first.getFileName().toString()).matches("2026-11-2\\dT\\d\\d-\\d\\d-\\d\\d-quick");
        assertThat(first).isEmptyDirectory();
        assertThat(second).hasFileName(first.getFileName() + "-2");
        assertThat(RunDirectory.claimIn(parent, "../odd dir/m\u00fc:ne.yaml", now)
                        .path()
                        .getFileName()
                        .toString())
                .endsWith("-m-ne");
        assertThat(RunDirectory.claimIn(parent, "x".repeat(999), now)
                        .path()
                        .getFileName()
                        .toString())
                .hasSizeLessThan(100);
    }

    @Test
    void claimsAtTheSameTimeGetFoldersOfTheirOwn() {
        Instant now = Instant.parse("2026-11-22T05:16:20Z");
        List<Path> claimed = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> RunDirectory.claimIn(folder, "quick", now).path())
                .toList();
        assertThat(claimed).doesNotHaveDuplicates().allMatch(Files::isDirectory);
    }

    @Test
    void aRunThatIsBegunBehindAClaimIsNotWrittenOver() throws Exception {
        RunDirectory claimed = RunDirectory.claim(folder);
        RunDirectory.create(folder, RECIPE);
        Recipe other = Recipes.load("digit-wgan", List.of("seed=8"));
        assertThatThrownBy(() -> claimed.fill(other))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("Another run");
        assertThat(claimed.recipe()).isEqualTo(RECIPE);
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThatThrownBy(() -> RunDirectory.create(Path.of(""), RECIPE))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> RunDirectory.open(Path.of("")))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void theStatusIsReadBackAsItWasWritten() throws Exception {
        RunDirectory run = RunDirectory.create(folder, RECIPE);
        assertThat(run.status()).isEmpty();
        RunStatus status = new RunStatus(
                RunStatus.State.DIVERGED, 3, 40, "critic_loss is NaN", Instant.parse("2026-11-22T05:16:20Z"));
        status.write(run.statusFile());
        assertThat(run.status()).contains(status);
        assertThat(run.statusFile()).content().contains("\"state\" : \"diverged\"");
        for (String json : List.of("", "null", "[]", "{}", "{\"state\":\"odd\"}")) {
            Files.writeString(run.statusFile(), json);
            assertThatThrownBy(run::status)
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("is not the status of a run: ");
        }
    }

    @Test
    void whereDataAndWeightsCameFromIsReadBack() {
        DataProvenance data = new DataProvenance("mine", 8, "1x28x28", "ab", DataProvenance.Origin.PROGRAM);
        InitialWeights weights = new InitialWeights("/runs/first", 200, "cd", "ef");
        Provenance made = Provenance.here("own", 2, "cpu", "float32", "off", data, 7, Instant.EPOCH)
                .with(weights);
        assertThat(Provenance.fromJson(made.toJson(), "here")).isEqualTo(made);
        assertThat(made.toJson()).contains("\"origin\" : \"program\"", "\"step\" : 200");
        assertThat(provenance().toJson()).doesNotContain("initialWeights");
    }

    @Test
    void aProvenanceOfAnEarlierVersionNamesItsDataByItsRecipeAndBeganWithRandomWeights() {
        String json = provenance().toJson().replace(",\n    \"origin\" : \"recipe\"", "");
        assertThat(json).doesNotContain("origin");
        assertThat(Provenance.fromJson(json, "here")).isEqualTo(provenance());
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
