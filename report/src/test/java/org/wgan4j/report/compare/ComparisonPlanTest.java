package org.wgan4j.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

class ComparisonPlanTest {
    private static ComparisonPlan plan(Set<Experiment> experiments) {
        Budget budget = new Budget(CostScale.STEPS, 100);
        return new ComparisonPlan(
                List.of("gan", "wgan-gp"), List.of("batchSize=32"), 2, budget, 1, budget.times(0.25), experiments);
    }

    @Test
    void theRecipesComeSeedBySeed() {
        assertThat(plan(Set.of()).trials())
                .extracting(Trial::label)
                .containsExactly("gan, seed 0", "wgan-gp, seed 0", "gan, seed 1", "wgan-gp, seed 1");
    }

    @Test
    void everyRunOfEveryExperimentHasARecipeThatLoadsAndAFolderOfItsOwn() {
        List<Trial> trials = plan(EnumSet.allOf(Experiment.class)).trials();
        assertThat(trials).hasSize(4 + 6 + 2 + 18);
        assertThat(trials.stream().map(trial -> trial.directory(Path.of("out"))))
                .doesNotHaveDuplicates();
        for (Trial trial : trials) {
            Recipe recipe = Recipes.load(trial.arm().recipe(), trial.arm().overrides());
            boolean asWritten = trial.arm().experiment() == Experiment.AS_WRITTEN;
            assertThat(recipe.batchSize() == 32).as(trial.label()).isEqualTo(!asWritten);
        }
    }

    @Test
    void theGridOfStabilityMovesBothLearningRatesAndTheGenerator() {
        List<Recipe> grid = plan(Set.of(Experiment.STABILITY)).trials().stream()
                .filter(trial -> trial.arm().experiment() == Experiment.STABILITY
                        && trial.arm().group().equals("wgan-gp"))
                .map(trial -> Recipes.load(trial.arm().recipe(), trial.arm().overrides()))
                .toList();
        assertThat(grid).hasSize(9);
        assertThat(grid.stream().map(recipe -> recipe.generatorOptimizer().learningRate()))
                .containsOnly(2e-5, 1e-4, 5e-4);
        assertThat(grid)
                .allMatch(recipe -> recipe.generatorOptimizer().learningRate()
                        == recipe.criticOptimizer().learningRate());
        assertThat(grid.stream().filter(recipe -> recipe.network().generatorBatchNorm()))
                .hasSize(3);
    }

    private static ComparisonPlan ofRecipes(String... recipes) {
        Budget budget = new Budget(CostScale.STEPS, 100);
        return new ComparisonPlan(List.of(recipes), List.of(), 2, budget, 1, budget, Set.of());
    }

    @Test
    void filesOfOneNameInTwoFoldersAreTwoRecipes() {
        List<Trial> trials = ofRecipes("a/x.yaml", "b/x.yaml", "x", "c/y.yml").trials();
        assertThat(trials.stream().map(trial -> trial.directory(Path.of("out"))))
                .doesNotHaveDuplicates();
        assertThat(trials).extracting(trial -> trial.arm().name()).startsWith("a/x", "b/x", "x", "y");
        assertThat(ofRecipes("a/x.yaml").trials().get(0).directory(Path.of("out")))
                .isEqualTo(Path.of("out", "recipes", "x", "seed-0"));
    }

    @Test
    void recipesThatWouldShareAFolderAllTheSameAreRefused() {
        assertThatThrownBy(() -> ofRecipes("a/x y.yaml", "b/x-y.yaml").trials())
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("a/x y.yaml", "b/x-y.yaml", "rename");
        assertThatThrownBy(() -> ofRecipes("a/X.yaml", "b/x.yaml").trials()).isInstanceOf(ActionableException.class);
    }

    @Test
    void theOtherExperimentsCanHaveSeveralSeedsToo() {
        Budget budget = new Budget(CostScale.STEPS, 100);
        ComparisonPlan plan =
                new ComparisonPlan(List.of("gan"), List.of(), 1, budget, 3, budget, Set.of(Experiment.OPTIMAL_CRITIC));
        assertThat(plan.trials()).hasSize(4).extracting(Trial::seed).containsExactly(0L, 0L, 1L, 2L);
    }
}
