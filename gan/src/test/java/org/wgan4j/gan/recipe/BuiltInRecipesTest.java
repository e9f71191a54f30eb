package org.wgan4j.gan.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.data.LastBatch;
import org.wgan4j.gan.data.Sampling;
import org.wgan4j.gan.data.SyntheticDataset;

/** The recipes that come with wgan4j. */
class BuiltInRecipesTest {

    static List<String> names() {
        return Recipes.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRecipeSurvivesBeingWrittenAndReadAgain(String name) {
        Recipe recipe = Recipes.load(name, List.of());

        assertThat(Recipes.parse(Recipes.toYaml(recipe), "written", List.of())).isEqualTo(recipe);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRecipeSaysInOneSentenceWhatItIs(String name) {
        assertThat(Recipes.text(name)).startsWith("# ").contains(Recipes.about(name));
        assertThat(Recipes.about(name)).matches("[A-Z].{20,140}\\.");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aWrittenRecipeNamesEverySetting(String name) {
        String yaml = Recipes.toYaml(Recipes.load(name, List.of()));

        assertThat(yaml.lines().filter(line -> !line.startsWith("#") && !line.endsWith(":")))
                .hasSameSizeAs(Recipes.settings());
    }

    @Test
    void theFirstRecipeIsTheSmallWganGp() {
        Recipe quick = Recipes.load(Recipes.names().get(0), List.of());

        assertThat(quick.objective().name()).isEqualTo("wgan-gp");
        assertThat(quick.objective().penalty()).isEqualTo(10);
        assertThat(quick.network().generator()).isEqualTo("compact");
        assertThat(quick.averaging().halfLifeSteps()).isPositive();
    }

    @Test
    void theIntendedWgansTakeEverythingOfTheirPapersFromTheObjective() {
        Recipe wgan = Recipes.load("wgan", List.of());
        Recipe penalised = Recipes.load("wgan-gp", List.of());

        assertThat(Recipes.load("wgan-gp", List.of("objective.name=wgan"))).isEqualTo(wgan);
        assertThat(wgan.criticOptimizer().name()).isEqualTo(OptimizerName.RMSPROP);
        assertThat(wgan.objective().criticSteps()).isEqualTo(5);
        assertThat(penalised.criticOptimizer())
                .isEqualTo(new OptimizerSettings(
                        OptimizerName.ADAM, 1e-4, 0, 0.9, 0.9, 1e-8, EpsilonPlacement.OUTSIDE_ROOT, 1));
    }

    @Test
    void theTutorialsUpdateBothNetworksFromOneBatch() {
        for (String name : List.of("tutorial-gan", "tutorial-wgan-gp")) {
            Recipe recipe = Recipes.load(name, List.of());
            assertThat(recipe.objective().schedule()).isEqualTo(Schedule.SIMULTANEOUS);
            assertThat(recipe.objective().criticSteps()).isOne();
            assertThat(recipe.data().lastBatch()).isEqualTo(LastBatch.KEEP);
            assertThat(recipe.network().padding()).isEqualTo(PaddingStyle.SAME);
        }
        assertThat(Recipes.load("tutorial-wgan-gp", List.of()).data().repeatBatch())
                .isEqualTo(5);
    }

    @Test
    void theDigitRecipeIsTheTextsAsWritten() {
        Recipe digit = Recipes.load("digit-wgan", List.of());

        assertThat(digit.data().digits()).containsExactly(5);
        assertThat(digit.data().sampling()).isEqualTo(Sampling.WITH_REPLACEMENT);
        assertThat(digit.epochUnit()).isEqualTo(EpochUnit.GENERATOR_STEPS);
        assertThat(digit.objective().schedule()).isEqualTo(Schedule.SPLIT);
        assertThat(digit.objective().clipped()).isEqualTo(ClippedTensors.CONVOLUTION_KERNELS);
        assertThat(digit.criticOptimizer().epsilonPlacement()).isEqualTo(EpsilonPlacement.INSIDE_ROOT);
        assertThat(digit.samples().ink()).isEqualTo(Polarity.DARK_ON_LIGHT);
    }

    @Test
    void theToyRecipesPlayOnTheirWorldsWithPlainNetworksAndCountModes() {
        for (String name : List.of("ring", "grid", "swiss-roll")) {
            Recipe recipe = Recipes.load(name, List.of());
            assertThat(recipe.data().name()).isEqualTo(name);
            assertThat(SyntheticDataset.of(recipe.data().source())).isPresent();
            assertThat(recipe.objective().name()).isEqualTo("wgan-gp");
            assertThat(recipe.network().generator()).isEqualTo("mlp");
            assertThat(recipe.network().critic()).isEqualTo("mlp");
            assertThat(recipe.network().output()).isEqualTo(OutputKind.LINEAR);
            assertThat(recipe.network().generatorBatchNorm()).isFalse();
            assertThat(recipe.runtime().precision()).isEqualTo(Precision.FLOAT32);
            assertThat(recipe.quality().images()).isEqualTo(2500);
            assertThat(recipe.quality().everySteps()).isPositive();
        }
    }
}
