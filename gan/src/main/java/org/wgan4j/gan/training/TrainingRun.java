package org.wgan4j.gan.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.BestCheckpoint;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.checkpoint.ResumeRules;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.evaluation.Evaluators;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.InitialWeights;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunLock;
import org.wgan4j.gan.run.RunStatus;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.ThreadCount;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.CloseOnFailure;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.LossAccumulator;
import org.wgan4j.gan.training.loop.RunData;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingLoop;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.loop.TuningResult;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;
import org.wgan4j.gan.training.snapshot.Snapshots;
import org.wgan4j.gan.tuning.TuningFile;

/**
 * One run of a recipe in its run directory: started afresh or taken up at its latest checkpoint, trained, logged, saved.
 *
 * <p>Use it on one thread, and close it to free its networks and the lock on its folder. While it starts and while it runs, libtorch has the
 * number of threads that the recipe asks for, in the whole process; afterwards as many as before. It computes on the device of the recipe.
 * Nothing is lost when the process is killed: what was trained since the last checkpoint is trained again, to the same bits, by
 * {@link #resume}.
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

    private TrainingRun(
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
     * Begins a run in a new or empty folder. Everything that can be checked is checked before anything is written.
     *
     * @param recipeName for the provenance: a built-in name or a path
     * @throws ActionableException if the recipe, the data, the machine or the folder do not allow it
     */
    public static TrainingRun start(Recipe recipe, String recipeName, Path path) {
        return NewRun.of(recipe).named(recipeName).startIn(path);
    }

    /**
     * The same on data of one's own; {@link NewRun} says more.
     *
     * @param dataset takes the place of what the recipe says of data
     */
    public static TrainingRun start(Recipe recipe, Dataset dataset, Path path) {
        return NewRun.of(recipe).on(dataset).startIn(path);
    }

    /** Begins a run where the supplier makes the folder, once all checks are passed. */
    static TrainingRun start(NewRun run, Supplier<RunDirectory> folder) {
        TrainingSetup setup = TrainingSetup.of(run.recipe(), run.dataset(), run.components());
        TuningResult tuned = setup.tune();
        try (CloseOnFailure opened = new CloseOnFailure()) {
            TrainingState trainingState = opened.add(setup.trainingState(tuned));
            Optional<InitialWeights> weights =
                    run.weightsOf().map(other -> Checkpoints.loadWeights(other, trainingState));
            Provenance made = provenance(run.recipeName(), setup, trainingState.compute());
            Provenance provenance = weights.map(made::with).orElse(made);
            RunDirectory directory = folder.get();
            boolean[] ours = {false};
            opened.add(() -> discard(directory, ours[0]));
            RunLock lock = opened.add(directory.lock());
            ours[0] = directory.isEmpty();
            directory.fill(setup.recipe());
            provenance.write(directory.provenanceFile());
            TuningFile.write(directory.kernelsFile(), tuned);
            TrainingRun started = new TrainingRun(
                    directory, lock, setup, provenance, trainingState, TrainingPosition.START, setup.notes());
            if (weights.isPresent()) {
                // The other run may go on or be deleted: a resume must find what this one began with.
                started.checkpoints.save(trainingState, TrainingPosition.START, 0);
            }
            opened.keep();
            return started;
        }
    }

    private static void discard(RunDirectory directory, boolean ours) {
        if (ours) {
            directory.discard();
        }
    }

    /**
     * Takes a run up at its latest whole checkpoint, as if it had never stopped. Where there are checkpoints and none can be used, nothing is
     * touched.
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
        RunDirectory directory = RunDirectory.open(path);
        try (CloseOnFailure opened = new CloseOnFailure()) {
            RunLock lock = opened.add(directory.lock());
            Recipe recipe = TrainingSetup.withAbsolutePaths(ResumeRules.apply(directory.recipe(), options));
            Provenance provenance = directory.provenance();
            TrainingSetup setup = TrainingSetup.of(
                    recipe,
                    RunData.of(recipe, provenance, given),
                    provenance.data().origin(),
                    components);
            TrainingState trainingState = opened.add(setup.trainingState(TuningFile.of(directory, provenance)));
            TrainingRun resumed = resume(directory, lock, setup, provenance, trainingState);
            opened.keep();
            return resumed;
        }
    }

    private static TrainingRun resume(
            RunDirectory directory,
            RunLock lock,
            TrainingSetup setup,
            Provenance provenance,
            TrainingState trainingState) {
        Checkpoints.Latest latest = new Checkpoints(directory.checkpoints(), setup.recipe()).loadLatest(trainingState);
        refuseToBeginAgain(directory, latest, provenance);
        TrainingPosition position = latest.position().orElse(TrainingPosition.START);
        refuseAnEarlierEnd(position, setup.length());
        // From here on files change.
        List<String> notes = new ArrayList<>(setup.notes());
        for (Checkpoints.PassedOver unusable : latest.passedOver()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Passed over the checkpoint %s; it is kept as %s.",
                    unusable,
                    Checkpoints.setAside(unusable.checkpoint()).getFileName()));
        }
        if (latest.position().isEmpty()) {
            notes.add("There is no checkpoint yet: the run begins again at step 0, with the same seed.");
        }
        directory.writeRecipe(setup.recipe());
        SampleSnapshots.dropAfter(directory, position.step(), setup.length());
        if (Files.exists(directory.metricsFile())) {
            MetricsLog.truncateAfter(directory.metricsFile(), position.step());
        }
        return new TrainingRun(directory, lock, setup, provenance, trainingState, position, notes);
    }

    /** A run that has weights somewhere and cannot go on from them is not trained anew over them. */
    private static void refuseToBeginAgain(RunDirectory directory, Checkpoints.Latest latest, Provenance provenance) {
        if (latest.position().isPresent()) {
            return;
        }
        if (!latest.passedOver().isEmpty()) {
            throw new CheckpointException(String.format(
                    Locale.ROOT,
                    "None of the checkpoints in %s can be used%s, and nothing was changed: put recipe.yaml or the checkpoints back as they were, or begin a new run, which may start from the weights of this one.",
                    directory.checkpoints(),
                    latest.reasons()));
        }
        if (!Checkpoints.newestFirst(directory.best()).isEmpty()
                || provenance.initialWeights().isPresent()) {
            throw new CheckpointException(String.format(
                    Locale.ROOT,
                    "There are no checkpoints in %s any more, and nothing was changed: put them back, or begin a new run.",
                    directory.checkpoints()));
        }
    }

    private static void refuseAnEarlierEnd(TrainingPosition position, RunLength length) {
        if (position.step() > length.totalSteps()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The run has made %s generator steps, and the length of %s that was asked for lies before that: ask for %s or more.",
                    position.step(),
                    length.totalSteps(),
                    position.step()));
        }
    }

    private static Provenance provenance(String recipeName, TrainingSetup setup, Compute compute) {
        Recipe recipe = setup.recipe();
        Dataset dataset = setup.dataset();
        return Provenance.here(
                recipeName,
                setup.runtime().threads(),
                compute.deviceName(),
                compute.precisionName(),
                recipe.runtime().tuning().name().toLowerCase(Locale.ROOT),
                new DataProvenance(
                        dataset.name(), dataset.size(), dataset.shape().toString(), dataset.sha256(), setup.origin()),
                recipe.seed(),
                Instant.now());
    }

    /**
     * Trains to the end of the run, or until a stop is asked for; then the step in progress is finished and a checkpoint written. The file
     * {@code status.json} says how it ended, however that is.
     *
     * @param listener hears of every event on this thread
     * @param stopRequested is asked before each step
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
            } catch (LossAccumulator.NotFiniteException e) {
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
            recorder.takeUp(position.step(), history);
            position = loop.run(position, recorder::stepped, stopRequested);
            recorder.ended(position);
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

    /** The reason matters more than a status that cannot be written, on a full disk say. */
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

    private DivergedException diverged(LossAccumulator.NotFiniteException cause, long step) {
        List<Path> kept = Checkpoints.newestFirst(directory.checkpoints());
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
     * A copy of the generator as it is now, the averaged one where the recipe averages, on the device of the run. May be asked for between two
     * steps, by the listener say, on the thread of the run; the copy outlives the run and is closed by the caller.
     */
    public TrainedGenerator generator() {
        return TrainedGenerator.copyOf(trainingState.drawing(), setup.recipe(), step(), trainingState.compute());
    }

    /** Where the run lies. */
    public RunDirectory directory() {
        return directory;
    }

    /** Frees the networks and lets go of the folder. */
    @Override
    public void close() {
        trainingState.close();
        lock.close();
    }
}
