package org.wgan4j.gan.training.loop;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/** The updates of one generator step and its critic steps. For use by the thread that trains. */
sealed interface UpdateSchedule permits AlternatingUpdates, SimultaneousUpdates, SplitUpdates {
    /**
     * Makes the updates.
     *
     * @param step generator steps made before this one
     * @param rates the learning rates of this step
     */
    StepResult run(long step, LearningRates rates);

    /** The logged terms, and the same in the sign convention of the tutorial that the recipe reproduces, if it does. */
    record StepResult(Map<String, Double> terms, Map<String, Double> seedTerms) {}

    /** The learning rates of both networks. */
    record LearningRates(double generator, double critic) {}

    /** The schedule of a recipe. */
    static UpdateSchedule of(Recipe recipe, TrainingState trainingState, RealBatches images, StepTimer timer) {
        StepContext context = new StepContext(recipe, trainingState, images, RandomStream.root(recipe.seed()), timer);
        return switch (recipe.objective().schedule()) {
            case ALTERNATING -> new AlternatingUpdates(context);
            case SIMULTANEOUS -> new SimultaneousUpdates(context);
            case SPLIT -> new SplitUpdates(context);
        };
    }

    /**
     * What all schedules share: the training state, the real images, the random streams by purpose and number, and the timer.
     */
    record StepContext(
            Recipe recipe, TrainingState trainingState, RealBatches images, RandomStream random, StepTimer timer) {
        int criticSteps() {
            return recipe.objective().criticSteps();
        }

        Tensor real(long criticStep) {
            return images.batch(criticStep, trainingState.compute());
        }

        /** n fakes for the critic, without a graph of the generator. */
        Tensor fakesForCritic(long n, long criticStep) {
            RandomStream stream = random.child("critic-latents").child(criticStep);
            ForwardContext.Statistics statistics = recipe.objective().criticFakes() == GeneratorMode.MOVING_STATISTICS
                    ? ForwardContext.Statistics.MOVING
                    : ForwardContext.Statistics.BATCH_AND_UPDATE;
            ForwardContext forward = ForwardContext.training(trainingState.compute(), stream.child("dropout"))
                    .with(statistics);
            return Tensors.withoutGradients(() -> trainingState.generator().sample(n, stream, forward));
        }

        /** n fakes with a graph of the generator. */
        Tensor fakesForGenerator(long n, long step) {
            RandomStream stream = random.child("generator-latents").child(step);
            return trainingState
                    .generator()
                    .sample(n, stream, ForwardContext.training(trainingState.compute(), stream.child("dropout")));
        }

        ForwardContext criticForward(long criticStep) {
            return ForwardContext.training(
                    trainingState.compute(), random.child("critic-pass").child(criticStep));
        }

        ForwardContext generatorForward(long step) {
            return ForwardContext.training(
                    trainingState.compute(), random.child("generator-pass").child(step));
        }
    }
}
