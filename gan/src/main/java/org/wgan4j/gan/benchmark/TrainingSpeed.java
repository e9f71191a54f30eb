package org.wgan4j.gan.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.torch.ThreadCount;
import org.wgan4j.gan.training.DivergedException;
import org.wgan4j.gan.training.TrainingSetup;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.loop.RealBatches;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingLoop;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;

/**
 * Measures the training speed of a recipe on this machine, with the loop and the data of a run, without a run directory.
 *
 * <p>Use it on one thread, and close it. While it sets up and measures, libtorch has the recipe's number of threads in the whole process.
 */
public final class TrainingSpeed implements AutoCloseable {
    private static final int WARM_UP = 2;
    private static final int LEAST = 3;
    /** So long that the learning rates do not decay. */
    private static final long ENDLESS = 1L << 40;

    private final TrainingSetup setup;
    private final TrainingState trainingState;

    private TrainingSpeed(TrainingSetup setup, TrainingState trainingState) {
        this.setup = setup;
        this.trainingState = trainingState;
    }

    /**
     * The setup of training, with its tuning.
     *
     * @throws ActionableException if the recipe, the data or the machine do not allow training
     */
    public static TrainingSpeed of(Recipe recipe) {
        TrainingSetup setup = TrainingSetup.of(recipe);
        return new TrainingSpeed(setup, setup.trainingState(setup.tune()));
    }

    /**
     * Trains: 2 iterations to warm up, which do not count, then as many as fit, but at least 3. Each object measures once.
     *
     * @param seconds for the iterations that count, above 0
     * @throws DivergedException if a loss is no longer finite
     */
    public SpeedReport measure(double seconds) {
        return measure(seconds, System::nanoTime);
    }

    /** The same with another clock. */
    SpeedReport measure(double seconds, LongSupplier nanoTime) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("the time to measure is above 0 seconds, found " + seconds);
        }
        RunLength length = setup.length().with(ENDLESS);
        RecordingStepTimer timer = new RecordingStepTimer();
        TrainingLoop loop = new TrainingLoop(setup.recipe(), trainingState, setup.images(), length, timer);
        try {
            return ThreadCount.during(setup.runtime().threads(), runtime -> measure(seconds, nanoTime, loop, timer));
        } catch (NotFiniteException e) {
            throw new DivergedException(String.format(
                    Locale.ROOT,
                    "Training stopped at generator step %d because %s, so that no speed was measured: lower the learning rates.",
                    loop.stepInProgress(),
                    e.getMessage()));
        }
    }

    private SpeedReport measure(double seconds, LongSupplier nanoTime, TrainingLoop loop, RecordingStepTimer timer) {
        Iterations warmUp = new Iterations(timer);
        TrainingPosition warm = warmUp.run(loop, TrainingPosition.START, () -> warmUp.count() >= WARM_UP);
        ConvolutionRate convolution = ConvolutionRate.ofLargest(generator(), critic());
        // Before and after, since other load on the machine may disturb one of them.
        double rateBefore = convolution.measure(setup.recipe().batchSize(), trainingState.compute());
        timer.clear();
        Iterations measured = new Iterations(timer);
        long begin = nanoTime.getAsLong();
        measured.run(loop, warm, () -> measured.count() >= LEAST && (nanoTime.getAsLong() - begin) * 1e-9 >= seconds);
        double rateAfter = convolution.measure(setup.recipe().batchSize(), trainingState.compute());
        return report(timer, measured, Math.max(rateBefore, rateAfter), warmUp.startupSeconds());
    }

    private SpeedReport report(
            RecordingStepTimer timer, Iterations iterations, double convolutionRate, double startupSeconds) {
        Recipe recipe = setup.recipe();
        return new SpeedReport(
                recipe.batchSize(),
                trainingState.compute().precisionName(),
                recipe.runtime().tuning().name().toLowerCase(Locale.ROOT),
                trainingState.generator().network().convolutionPlan(),
                setup.runtime().threads(),
                setup.runtime().version(),
                recipe.objective().criticSteps(),
                timer.criticSteps(),
                timer.generatorSteps(),
                iterations.timings(),
                (long) RealBatches.batchSize(recipe) * recipe.objective().criticSteps(),
                StepCost.of(recipe, trainingState.objective().passes(), generator(), critic())
                        .total(),
                convolutionRate,
                startupSeconds);
    }

    private NetworkSpec generator() {
        return trainingState.generator().network().spec();
    }

    private NetworkSpec critic() {
        return trainingState.critic().network().spec();
    }

    @Override
    public void close() {
        trainingState.close();
    }

    /** The times of the iterations of the loop. */
    private static final class Iterations {
        private final RecordingStepTimer timer;
        private final List<Double> milliseconds = new ArrayList<>();
        private double secondsBefore;
        private long firstEnd;

        Iterations(RecordingStepTimer timer) {
            this.timer = timer;
        }

        TrainingPosition run(TrainingLoop loop, TrainingPosition from, BooleanSupplier enough) {
            secondsBefore = from.seconds();
            timer.begin();
            return loop.run(from, this::ended, enough);
        }

        private void ended(StepRecord step) {
            if (milliseconds.isEmpty()) {
                firstEnd = System.currentTimeMillis();
            }
            milliseconds.add((step.seconds() - secondsBefore) * 1e3);
            secondsBefore = step.seconds();
            timer.begin();
        }

        int count() {
            return milliseconds.size();
        }

        Timings timings() {
            return new Timings(milliseconds);
        }

        /** From the start of the Java process to the end of the first iteration. */
        double startupSeconds() {
            return (firstEnd - ManagementFactory.getRuntimeMXBean().getStartTime()) * 1e-3;
        }
    }
}
