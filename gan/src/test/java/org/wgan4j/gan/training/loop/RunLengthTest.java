package org.wgan4j.gan.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipes;

/** Steps and epochs of the built-in recipes on the whole of MNIST are those of their texts. */
class RunLengthTest {
    @Test
    void theTutorialsHaveTheStepsAnEpochThatTheirTextsHave() {
        assertThat(length("tutorial-gan").stepsPerEpoch()).isEqualTo(235);
        assertThat(length("tutorial-wgan-gp").stepsPerEpoch()).isEqualTo(1175);
        assertThat(length("gan").stepsPerEpoch()).isEqualTo(234);
        assertThat(RunLength.of(Recipes.load("digit-wgan", List.of()), 5421).stepsPerEpoch())
                .isEqualTo(84);
        assertThat(RunLength.of(Recipes.load("digit-wgan", List.of()), 5421).totalSteps())
                .isEqualTo(840);
    }

    @Test
    void anEpochThatIsNoWholeNumberOfStepsEndsWithTheStepThatCompletesIt() {
        RunLength length = length("wgan-gp", "epochs=8");
        assertThat(length.stepsPerEpoch()).isEqualTo(46.8);
        assertThat(length.totalSteps()).isEqualTo(375);
        assertThat(length.totalEpochs()).isEqualTo(8);
        assertThat(length.endsEpoch(46)).isFalse();
        assertThat(length.endsEpoch(47)).isTrue();
        assertThat(length.endsEpoch(234)).isTrue();
        assertThat(length.epochsAfter(375)).isEqualTo(8);
    }

    @Test
    void aRunShorterThanAnEpochIsInItsFirst() {
        RunLength length = length("wgan-gp", "steps=40");
        assertThat(length.totalSteps()).isEqualTo(40);
        assertThat(length.totalEpochs()).isEqualTo(1);
    }

    private static RunLength length(String recipe, String... overrides) {
        return RunLength.of(Recipes.load(recipe, List.of(overrides)), 60_000);
    }

    @Test
    void noStepIsAddedByRounding() {
        // 469 batches and 3 critic steps: 51 epochs are 7973 steps exactly, where 51 * (469 / 3.0) is a little more.
        RunLength length =
                length("wgan-gp", "epochs=51", "batchSize=128", "objective.criticSteps=3", "data.lastBatch=keep");
        assertThat(length.totalSteps()).isEqualTo(7973);
        assertThat(length.totalEpochs()).isEqualTo(51);
        for (int criticSteps = 1; criticSteps <= 20; criticSteps++) {
            for (int epochs = 1; epochs <= 200; epochs++) {
                RunLength any = length(
                        "wgan-gp",
                        "epochs=" + epochs,
                        "batchSize=128",
                        "objective.criticSteps=" + criticSteps,
                        "data.lastBatch=keep");
                assertThat(any.totalSteps()).isEqualTo((469L * epochs + criticSteps - 1) / criticSteps);
                assertThat(any.epochsAfter(any.totalSteps())).isEqualTo(epochs);
            }
        }
    }

    @Test
    void aRunLongerThanAnyoneMakesIsRefused() {
        assertThatThrownBy(() -> length("wgan-gp", "epochs=1000000000", "batchSize=1", "objective.criticSteps=1"))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("1000000000 epochs");
    }
}
