package org.wgan4j.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

class ComparisonPlanTest {
    private static ComparisonPlan plan(Set<Experiment> experiments) {
        Budget budget = new Budget(CostScale.STEPS, 100);
        return new ComparisonPlan(
                List.of("gan", "wgan-gp"), List.of("batchSize=32"), 2, budget, budget.times(0.25), experiments);
    }

    @Test
    void theRecipesComeSeedBySeed() {
        assertThat(plan(Set.of()).trials())
                .extracting(Trial::words)
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
            assertThat(recipe.batchSize() == 32).as(trial.words()).isEqualTo(!asWritten);
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
}
