package org.wgan4j.gan.training.loop;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.Tensors;

/**
 * The loop over generator steps: makes the updates, averages the generator, and passes a record to the listener. For use by one thread.
 */
public final class TrainingLoop {
    private final Recipe recipe;
    private final TrainingState trainingState;
    private final RealBatches images;
    private final RunLength length;
    private final UpdateSchedule schedule;
    private long stepInProgress;
    private long stepsMade;

    public TrainingLoop(Recipe recipe, TrainingState trainingState, RealBatches images, RunLength length) {
        this(recipe, trainingState, images, length, StepTimer.UNTIMED);
    }

    /** The same with a timer of the steps. */
    public TrainingLoop(
            Recipe recipe, TrainingState trainingState, RealBatches images, RunLength length, StepTimer timer) {
        this.recipe = recipe;
        this.trainingState = trainingState;
        this.images = images;
        this.length = length;
        this.schedule = UpdateSchedule.of(recipe, trainingState, images, timer);
    }

    /**
     * Trains from a position until the run's length is reached or a stop is requested.
     *
     * @param listener receives each step; its time does not count
     * @return the position reached
     */
    public TrainingPosition run(TrainingPosition from, Consumer<StepRecord> listener, BooleanSupplier stopRequested) {
        long step = from.step();
        double seconds = from.seconds();
        while (step < length.totalSteps() && !stopRequested.getAsBoolean()) {
            stepInProgress = step + 1;
            long begin = System.nanoTime();
            UpdateSchedule.StepResult result = schedule.run(step, learningRates(step));
            average(step);
            step++;
            stepsMade = step;
            seconds += (System.nanoTime() - begin) * 1e-9;
            listener.accept(record(step, seconds, result));
        }
        return new TrainingPosition(step, seconds);
    }

    /** The step, counted from 1, that is being made or was made last. */
    public long stepInProgress() {
        return stepInProgress;
    }

    /** The last step that was made by this loop; 0 before the first. */
    public long stepsMade() {
        return stepsMade;
    }

    private StepRecord record(long step, double seconds, UpdateSchedule.StepResult result) {
        long criticSteps = step * recipe.objective().criticSteps();
        long seen = images.seenAfter(criticSteps);
        double epoch = (double) seen / images.dataSetSize();
        return new StepRecord(step, epoch, criticSteps, seen, seconds, result.terms(), result.seedTerms());
    }

    private UpdateSchedule.LearningRates learningRates(long step) {
        return new UpdateSchedule.LearningRates(
                learningRate(recipe.generatorOptimizer(), step), learningRate(recipe.criticOptimizer(), step));
    }

    /** The learning rate at a step: constant, then decaying linearly to 0 at the step after the last. */
    private double learningRate(OptimizerSettings optimizer, long step) {
        double begin = optimizer.decayFrom() * length.totalSteps();
        double left = (length.totalSteps() - step) / (length.totalSteps() - begin);
        return step <= begin ? optimizer.learningRate() : optimizer.learningRate() * left;
    }

    /** Updates the exponential moving average of the weights, with a larger weight of the first steps. */
    private void average(long step) {
        trainingState.average().ifPresent(average -> {
            double kept = Math.pow(0.5, 1.0 / recipe.averaging().halfLifeSteps());
            double gain = Math.max(1 - kept, 1.0 / (step + 1));
            Network target = average.network();
            Network source = trainingState.generator().network();
            NativeScope.run(() ->
                    target.tensors().forEach((name, tensor) -> Tensors.moveTowards(tensor, source.tensor(name), gain)));
        });
    }
}
