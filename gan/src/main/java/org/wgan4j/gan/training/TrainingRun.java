package org.wgan4j.gan.training;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.BestCheckpoint;
import org.wgan4j.gan.checkpoint.CheckpointFolders;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.evaluation.Evaluators;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunLock;
import org.wgan4j.gan.run.RunStatus;
import org.wgan4j.gan.torch.ThreadCount;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.loop.TrainingLoop;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.snapshot.Snapshots;

/**
 * A training run in its run directory, started anew or resumed from its latest checkpoint.
 *
 * <p>Use it on one thread, and close it to free its networks and the lock on its folder. While it starts and trains, libtorch has the recipe's
 * number of threads in the whole process. It computes on the device of the recipe. When the process is killed, {@link #resume} repeats the steps
 * since the last checkpoint with the same bits.
 */
public final class TrainingRun implements AutoCloseable {
    private final RunDirectory directory;
    private final RunLock lock;
    private final TrainingSetup setup;
    private final Provenance provenance;
    private final TrainingState trainingState;
    private final Checkpoints checkpoints;
    private final List<String> notes;
    private final TrainingLoop loop;
    private TrainingPosition position;
    private boolean failed;

    TrainingRun(
            RunDirectory directory,
            RunLock lock,
            TrainingSetup setup,
            Provenance provenance,
            TrainingState trainingState,
            TrainingPosition begin,
            List<String> notes) {
        this.directory = directory;
        this.lock = lock;
        this.setup = setup;
        this.provenance = provenance;
        this.trainingState = trainingState;
        this.checkpoints = new Checkpoints(directory.checkpoints(), setup.recipe());
        this.notes = List.copyOf(notes);
        this.loop = new TrainingLoop(setup.recipe(), trainingState, setup.images(), setup.length());
        this.position = begin;
    }

    /**
     * Starts a run in a new or empty folder. Everything that can be checked is checked before anything is written.
     *
     * @param recipeName for the provenance: a built-in name or a path
     * @throws ActionableException if the recipe, the data, the machine or the folder do not allow it
     */
    public static TrainingRun start(Recipe recipe, String recipeName, Path path) {
        return NewRun.of(recipe).named(recipeName).startIn(path);
    }

    /**
     * The same on a data set in memory; {@link NewRun} has more settings.
     *
     * @param dataset takes the place of what the recipe says of data
     */
    public static TrainingRun start(Recipe recipe, Dataset dataset, Path path) {
        return NewRun.of(recipe).on(dataset).startIn(path);
    }

    /**
     * Resumes a run from its latest usable checkpoint, as if it had never stopped. Where there are checkpoints and none can be used, no file
     * changes.
     *
     * @throws ActionableException if the folder is no run, a setting changed that must not, no checkpoint can be used, or the data are no longer
     *     the same or were given by a program
     */
    public static TrainingRun resume(Path path, ResumeOptions options) {
        return resume(path, Optional.empty(), Components.installed(), options);
    }

    /**
     * The same with the data that a program gave when the run began.
     *
     * @param dataset has the SHA-256 of those of the run
     */
    public static TrainingRun resume(Path path, Dataset dataset, ResumeOptions options) {
        return resume(path, Optional.of(dataset), Components.installed(), options);
    }

    /**
     * The same with objectives and architectures that a program passes.
     *
     * @param given the data, where a program gave them when the run began
     * @param components all that the recipe names must be among them
     */
    public static TrainingRun resume(Path path, Optional<Dataset> given, Components components, ResumeOptions options) {
        return RunResume.resume(path, given, components, options);
    }

    /**
     * Trains to the end of the run, or until a stop is requested; then a checkpoint is written. The file {@code status.json} says how it ended.
     *
     * @param listener receives every event on this thread
     * @param stopRequested is called before each step
     * @throws DivergedException if a loss, weight or sample is no longer finite
     */
    public Outcome run(Consumer<RunEvent> listener, BooleanSupplier stopRequested) {
        if (failed) {
            throw new IllegalStateException("this run failed before; close it and resume from its latest checkpoint");
        }
        return ThreadCount.during(setup.runtime().threads(), runtime -> {
            writeStatus(RunStatus.State.RUNNING, "");
            try {
                return train(listener, stopRequested);
            } catch (NotFiniteException e) {
                DivergedException diverged = diverged(e, loop.stepInProgress());
                fail(diverged, RunStatus.State.DIVERGED);
                throw diverged;
            } catch (RuntimeException | Error e) {
                fail(e, RunStatus.State.FAILED);
                throw e;
            }
        });
    }

    private Outcome train(Consumer<RunEvent> listener, BooleanSupplier stopRequested) {
        Recipe recipe = setup.recipe();
        listener.accept(started());
        notes.forEach(note -> listener.accept(new RunEvent.Noted(note)));
        try (MetricsLog log = MetricsLog.open(directory.metricsFile());
                Evaluators evaluators = Evaluators.of(
                        recipe, setup.dataset(), setup.source(), setup.synthetic(), setup.runtime(), trainingState)) {
            evaluators.notes(recipe).forEach(note -> listener.accept(new RunEvent.Noted(note)));
            MetricsHistory history = MetricsLog.read(directory.metricsFile());
            BestCheckpoint best = BestCheckpoint.of(directory, recipe, history);
            RunRecorder recorder = new RunRecorder(
                    recipe,
                    setup.length(),
                    log,
                    trainingState,
                    checkpoints,
                    Snapshots.of(recipe, setup.dataset(), setup.synthetic(), trainingState),
                    evaluators,
                    best,
                    listener);
            recorder.restore(position.step(), history);
            position = loop.run(position, recorder::record, stopRequested);
            recorder.finish(position);
        }
        boolean complete = position.step() >= setup.length().totalSteps();
        writeStatus(complete ? RunStatus.State.COMPLETE : RunStatus.State.STOPPED, "");
        Outcome outcome = complete ? Outcome.FINISHED : Outcome.STOPPED;
        listener.accept(new RunEvent.Finished(outcome, position.step(), position.seconds()));
        return outcome;
    }

    private void writeStatus(RunStatus.State state, String message) {
        new RunStatus(state, step(), setup.length().totalSteps(), message, Instant.now()).write(directory.statusFile());
    }

    /** A status that cannot be written does not hide the failure. */
    private void fail(Throwable failure, RunStatus.State state) {
        failed = true;
        boolean plain = failure instanceof ActionableException;
        try {
            writeStatus(state, plain ? String.valueOf(failure.getMessage()) : failure.toString());
        } catch (RuntimeException unwritable) {
            failure.addSuppressed(unwritable);
        }
    }

    /** Generator steps made so far. */
    public long step() {
        return Math.max(position.step(), loop.stepsMade());
    }

    private RunEvent.Started started() {
        return new RunEvent.Started(
                directory,
                setup.recipe(),
                provenance.recipe(),
                position.step(),
                setup.length().totalSteps(),
                setup.length().stepsPerEpoch(),
                trainingState.compute().deviceName(),
                setup.runtime().threads(),
                trainingState.compute().precisionName());
    }

    private DivergedException diverged(NotFiniteException cause, long step) {
        List<Path> kept = CheckpointFolders.newestFirst(directory.checkpoints());
        String good =
                kept.isEmpty() ? "there is no checkpoint before it" : "the last good checkpoint is " + kept.get(0);
        return new DivergedException(String.format(
                Locale.ROOT,
                "Training stopped at generator step %d because %s; %s. Lower the learning rates or, for wgan-gp, raise objective.penalty, and train again.",
                step,
                cause.getMessage(),
                good));
    }

    /**
     * A copy of the generator as it is now, the averaged one where the recipe averages, on the device of the run. To be called between two steps,
     * by the listener for example, on the thread of the run; the caller closes the copy.
     */
    public TrainedGenerator generator() {
        return TrainedGenerator.copyOf(
                trainingState.samplingGenerator(), setup.recipe(), step(), trainingState.compute());
    }

    /** The run directory. */
    public RunDirectory directory() {
        return directory;
    }

    /** Frees the networks and releases the lock. */
    @Override
    public void close() {
        trainingState.close();
        lock.close();
    }
}
