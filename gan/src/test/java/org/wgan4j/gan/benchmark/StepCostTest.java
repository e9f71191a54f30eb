package org.wgan4j.gan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.network.layer.Convolution;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.TransposedConvolution;
import org.wgan4j.gan.objective.Objectives;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.TinyRecipe;

/** The arithmetic of a round, counted by hand on networks of two layers. */
class StepCostTest {
    private static final Init INIT = new Init.FanInUniform();
    private static final int BATCH = 8;
    /** GFLOP of one multiplication for each image of the batch. */
    private static final double UNIT = 2 * BATCH * 1e-9;

    /** 2 x 16 = 32 multiplications, in the one layer that is also the first. */
    private static final NetworkSpec GENERATOR =
            new NetworkSpec(Shape.of(2), List.of(new Linear(16, true, INIT, INIT), new Reshape(Shape.of(1, 4, 4))));
    /** 2 outputs x 16 pixels x 9 taps = 288 multiplications, then 32 x 1. */
    private static final NetworkSpec CRITIC = new NetworkSpec(
            Shape.of(1, 4, 4),
            List.of(
                    new Convolution(2, 3, 1, new Padding.Symmetric(1), true, INIT, INIT),
                    new LeakyRelu(0.2),
                    new Reshape(Shape.of(32)),
                    new Linear(1, true, INIT, INIT)));

    @Test
    void anAlternatingRoundWithAPenaltyCountsAsByHand() {
        StepCost cost = cost(TinyRecipe.of("wgan-gp"));
        int fakes = 32;
        int scores = 288 + 32;
        int scoresBack = (288 + 32) + 32;
        int penalty = (288 + 32) + (32 + 288) + (288 + 32) + 288;
        assertThat(cost.criticStep()).isCloseTo(UNIT * (fakes + 2 * (scores + scoresBack) + penalty), within(1e-15));
        int throughCritic = 32 + 288;
        assertThat(cost.generatorStep()).isCloseTo(UNIT * (fakes + scores + throughCritic + 32), within(1e-15));
        assertThat(cost.total()).isCloseTo(5 * cost.criticStep() + cost.generatorStep(), within(1e-15));
    }

    @Test
    void withoutAPenaltyACriticStepCostsSoMuchLess() {
        double with = cost(TinyRecipe.of("wgan-gp")).criticStep();
        double without = cost(TinyRecipe.of("wgan")).criticStep();
        assertThat(with - without).isCloseTo(UNIT * (4 * 320 - 32), within(1e-15));
    }

    @Test
    void theSimultaneousGeneratorStepHasNoForwardPassOfItsOwn() {
        StepCost apart = cost(TinyRecipe.of("gan"));
        StepCost together = cost(TinyRecipe.of("tutorial-gan"));
        assertThat(together.criticStep()).isEqualTo(apart.criticStep());
        assertThat(apart.generatorStep() - together.generatorStep()).isCloseTo(UNIT * (32 + 320), within(1e-15));
    }

    @Test
    void theSplitCriticStepSeesHalfBatches() {
        StepCost split = cost(TinyRecipe.of("digit-wgan"));
        StepCost whole = cost(TinyRecipe.of("wgan"));
        assertThat(split.criticStep()).isCloseTo(whole.criticStep() / 2, within(1e-15));
        assertThat(split.generatorStep()).isEqualTo(whole.generatorStep());
    }

    @Test
    void aConvolutionAndItsTransposeMultiplyAsOften() {
        Convolution down = new Convolution(3, 5, 2, new Padding.Same(), false, INIT, INIT);
        TransposedConvolution up = new TransposedConvolution(2, 5, 2, new Padding.Same(), false, INIT, INIT);
        long shrinking = products(new NetworkSpec(Shape.of(2, 8, 8), List.of(down)));
        long growing = products(new NetworkSpec(Shape.of(3, 4, 4), List.of(up)));
        assertThat(shrinking).isEqualTo(growing).isEqualTo(3 * 4 * 4 * 2 * 25);
    }

    private static long products(NetworkSpec network) {
        return network.placedLayers().get(0).multiplications();
    }

    private static StepCost cost(Recipe recipe) {
        return StepCost.of(recipe, Objectives.create(recipe.objective()).passes(), GENERATOR, CRITIC);
    }

    @Test
    void theStepsOfTheWganGpRecipeCostWhatItsMeasurementsWereDividedBy() {
        Recipe recipe = TinyRecipe.of("wgan-gp", "batchSize=256");
        ImageShape digits = new ImageShape(1, 28, 28);
        StepCost cost = StepCost.of(
                recipe,
                Objectives.create(recipe.objective()).passes(),
                Architectures.generator(recipe.network(), digits),
                Architectures.critic(recipe.network(), digits));
        assertThat(cost.criticStep()).isCloseTo(79, within(0.5));
        assertThat(cost.generatorStep()).isCloseTo(90, within(1.0));
    }
}
