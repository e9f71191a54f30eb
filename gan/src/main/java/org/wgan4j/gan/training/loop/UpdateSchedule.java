package org.wgan4j.gan.training.loop;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/** The order of updates that makes up one generator step, with the critic steps that belong to it. */
sealed interface UpdateSchedule permits AlternatingUpdates, SimultaneousUpdates, SplitUpdates {
    /**
     * Plays the round and returns what is logged.
     *
     * @param step generator steps made before this one
     * @param rates the learning rates of this step
     */
    Played play(long step, LearningRates rates);

    /** The logged terms, and the same in the seed's own sign convention where the recipe reproduces a text. */
    record Played(Map<String, Double> terms, Map<String, Double> seedTerms) {}

    /** The learning rates of both networks. */
    record LearningRates(double generator, double critic) {}

    /** The round that the recipe's schedule names. */
    static UpdateSchedule of(Recipe recipe, TrainingState players, RealBatches images, StepTimer laps) {
        Table table = new Table(recipe, players, images, RandomStream.root(recipe.seed()), laps);
        return switch (recipe.objective().schedule()) {
            case ALTERNATING -> new AlternatingUpdates(table);
            case SIMULTANEOUS -> new SimultaneousUpdates(table);
            case SPLIT -> new SplitUpdates(table);
        };
    }

    /**
     * What lies on the table in every round: the players, the real images, the random streams by purpose and number, and who hears how the time
     * is spent.
     */
    record Table(Recipe recipe, TrainingState players, RealBatches images, RandomStream random, StepTimer laps) {
        int criticSteps() {
            return recipe.objective().criticSteps();
        }

        Tensor real(long criticStep) {
            return images.batch(criticStep, players.compute());
        }

        /** n fakes for the critic, without a graph of the generator. */
        Tensor fakesForCritic(long n, long criticStep) {
            RandomStream stream = random.child("critic-latents").child(criticStep);
            ForwardContext.Statistics statistics = recipe.objective().criticFakes() == GeneratorMode.MOVING_STATISTICS
                    ? ForwardContext.Statistics.MOVING
                    : ForwardContext.Statistics.BATCH_AND_UPDATE;
            ForwardContext pass = ForwardContext.training(players.compute(), stream.child("dropout"))
                    .with(statistics);
            return Tensors.withoutGradients(() -> players.generator().sample(n, stream, pass));
        }

        /** n fakes that the generator learns from. */
        Tensor fakesForGenerator(long n, long step) {
            RandomStream stream = random.child("generator-latents").child(step);
            return players.generator()
                    .sample(n, stream, ForwardContext.training(players.compute(), stream.child("dropout")));
        }

        ForwardContext criticPass(long criticStep) {
            return ForwardContext.training(
                    players.compute(), random.child("critic-pass").child(criticStep));
        }

        ForwardContext generatorPass(long step) {
            return ForwardContext.training(
                    players.compute(), random.child("generator-pass").child(step));
        }
    }
}
