package org.wgan4j.gan.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.recipe.setting.RecipeException;

/** Which value a setting has in the end, and recipes from files. */
class RecipesTest {

    private static Recipe parse(String yaml, String... overrides) {
        return Recipes.parse(yaml, "mine.yaml", List.of(overrides));
    }

    @Test
    void everySettingHasHelpADefaultAndAType() {
        List<SettingHelp> settings = Recipes.settings();

        assertThat(settings).hasSizeGreaterThan(50);
        assertThat(settings).allSatisfy(setting -> {
            assertThat(setting.help()).hasSizeBetween(5, 100).doesNotEndWith(".");
            assertThat(setting.defaultValue()).isNotEmpty();
            assertThat(setting.type()).isNotEmpty();
        });
        assertThat(new HashSet<>(settings)).hasSameSizeAs(settings);
    }

    @Test
    void defaultsThatDependOnTheObjectiveAreListedForEach() {
        assertThat(Recipes.settings())
                .filteredOn(setting -> setting.key().equals("criticOptimizer.learningRate"))
                .singleElement()
                .satisfies(setting -> {
                    assertThat(setting.defaultValue()).startsWith("gan 2e-4, wgan 5e-5, wgan-gp 1e-4");
                    assertThat(setting.range()).isEqualTo("above 0 and at most 10");
                });
    }

    @Test
    void everyListedDefaultIsWhatAnEmptyRecipeHas() {
        Recipe empty = parse("");

        for (SettingHelp setting : Recipes.settings()) {
            String value =
                    setting.defaultValue().replaceFirst(".*, wgan-gp ", "").replaceFirst(", [a-z-]+ .*", "");
            Recipe again = parse("", setting.key() + "=" + value);
            assertThat(Recipes.changedKeys(empty, again)).as(setting.key()).isEmpty();
        }
    }

    @Test
    void anOverrideWinsOverTheFileAndALaterOneOverAnEarlier() {
        assertThat(parse("batchSize: 10").batchSize()).isEqualTo(10);
        assertThat(parse("batchSize: 10", "batchSize=20").batchSize()).isEqualTo(20);
        assertThat(parse("batchSize: 10", "batchSize=20", "batchSize=30").batchSize())
                .isEqualTo(30);
    }

    @Test
    void anOverrideMaySetAGroup() {
        Recipe recipe = parse("samples: {rows: 2, columns: 2}", "samples={rows: 3}");

        assertThat(recipe.samples().rows()).isEqualTo(3);
        assertThat(recipe.samples().columns()).isEqualTo(2);
    }

    @Test
    void aTextInAnOverrideIsTakenAsItStandsUnlessItIsQuoted() {
        assertThat(parse("", "data.images= a: [b] #1 ").data().images()).isEqualTo("a: [b] #1");
        assertThat(parse("", "data.images='a''b'").data().images()).isEqualTo("a'b");
        assertThat(parse("data: {images: a}", "data.images=").data().images()).isEmpty();
    }

    @Test
    void choosingAnotherObjectiveBringsItsDefaultsAndLeavesWhatTheFileNames() {
        String yaml = "criticOptimizer: {learningRate: 0.5}";
        Recipe penalised = parse(yaml);
        Recipe clipped = parse(yaml, "objective.name=wgan");

        assertThat(penalised.criticOptimizer().name()).isEqualTo(OptimizerName.ADAM);
        assertThat(clipped.criticOptimizer().name()).isEqualTo(OptimizerName.RMSPROP);
        assertThat(clipped.criticOptimizer().learningRate()).isEqualTo(0.5);
        assertThat(clipped.generatorOptimizer().learningRate()).isEqualTo(5e-5);
        assertThat(parse(yaml, "objective.name=gan").objective().criticSteps()).isOne();
    }

    @Test
    void theLastThatNamesTheLengthDecidesIt() {
        assertThat(parse("steps: 100").steps()).isEqualTo(100);
        assertThat(parse("steps: 100", "epochs=3").steps()).isZero();
        assertThat(parse("steps: 100", "epochs=3", "steps=7").steps()).isEqualTo(7);
        assertThat(parse("steps: 100\nepochs: 3").steps()).isEqualTo(100);
    }

    @Test
    void digitsAreAListOneNumberOrAll() {
        assertThat(parse("", "data.digits=[6, 3,4]").data().digits()).containsExactly(3, 4, 6);
        assertThat(parse("", "data.digits=5").data().digits()).containsExactly(5);
        assertThat(parse("data: {digits: 5}", "data.digits=all").data().digits())
                .isEmpty();
    }

    @Test
    void changedKeysNamesWhatDiffersAndNothingElse() {
        Recipe before = parse("");
        Recipe after = parse("", "seed=9", "data.digits=[1]", "criticOptimizer.beta1=0.25");

        assertThat(Recipes.changedKeys(before, before)).isEmpty();
        assertThat(Recipes.changedKeys(before, after)).containsExactly("seed", "data.digits", "criticOptimizer.beta1");
        assertThat(Recipes.override(before, List.of("seed=9", "data.digits=1", "criticOptimizer.beta1=0.25")))
                .isEqualTo(after);
    }

    @Test
    void textsNumbersAndSeedsOfAnyKindSurviveBeingWrittenAndRead() {
        Recipe recipe = parse("""
                seed: -9223372036854775808
                data: {name: "no", images: 'C:\\a "b" #ü😀', labels: "l:\\u2028"}
                generatorOptimizer: {learningRate: 1.2345678901234567e-7, epsilon: 4.9e-324}
                """);

        assertThat(Recipes.parse(Recipes.toYaml(recipe), "again", List.of())).isEqualTo(recipe);
        assertThat(recipe.data().images()).isEqualTo("C:\\a \"b\" #ü😀");
    }

    @Test
    void aFileIsReadAndItsNameStandsInTheMessages(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "\uFEFFseed: 7\n");
        assertThat(Recipes.load(file.toString(), List.of()).seed()).isEqualTo(7);

        Files.writeString(file, "seed: 7\nsede: 8\n");
        assertThatThrownBy(() -> Recipes.load(file.toString(), List.of()))
                .isInstanceOf(RecipeException.class)
                .hasMessage(file + ", line 2, column 1: there is no setting 'sede'; did you mean seed?");
    }

    @Test
    void whatIsNoRecipeFileIsRefusedWithTheNextStep(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> Recipes.load("quikc", List.of()))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("did you mean quick?")
                .hasMessageContaining("digit-wgan");
        assertThatThrownBy(() -> Recipes.load(folder.toString(), List.of())).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> Recipes.load("a\0b", List.of())).isInstanceOf(RecipeException.class);

        Path binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> Recipes.load(binary.toString(), List.of())).hasMessageContaining("UTF-8");

        Path great = folder.resolve("great.yaml");
        Files.write(great, "#".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> Recipes.load(great.toString(), List.of())).hasMessageContaining("2000000 bytes");
    }
}
