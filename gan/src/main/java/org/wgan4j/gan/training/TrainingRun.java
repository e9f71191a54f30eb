package org.wgan4j.gan.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.BestCheckpoint;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.checkpoint.ResumeRules;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.evaluation.Evaluators;
import org.wgan4j.gan.evaluation.PeriodicAudit;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunLock;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.LossAccumulator;
import org.wgan4j.gan.training.loop.RealBatches;
import org.wgan4j.gan.training.loop.RecipeCheck;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingLoop;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.loop.TuningResult;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;
import org.wgan4j.gan.training.snapshot.Snapshots;
import org.wgan4j.gan.tuning.Tuner;
import org.wgan4j.gan.tuning.TuningFile;

/**
 * One run of a recipe in its run directory: started afresh or taken up at its latest checkpoint, trained, logged, saved.
 *
 * <p>Use it on one thread. Nothing is lost when the process is killed: what was trained since the last checkpoint is trained again, to the
 * same bits, by {@link #resume}.
 */
public final class TrainingRun implements AutoCloseable {
    private final RunDirectory directory;
    private final RunLock lock;
    private final Recipe recipe;
    private final Provenance provenance;
    private final TrainingState players;
    private final RealBatches images;
    private final RunLength length;
    private final TorchRuntime runtime;
    private final Checkpoints checkpoints;
    private final TrainingPosition begin;
    private final List<String> notes;

    private TrainingRun(
            RunDirectory directory,
            RunLock lock,
            Recipe recipe,
            Provenance provenance,
            TrainingState players,
            RealBatches images,
            RunLength length,
            TorchRuntime runtime,
            TrainingPosition begin,
            List<String> notes) {
        this.directory = directory;
        this.lock = lock;
        this.recipe = recipe;
        this.provenance = provenance;
        this.players = players;
        this.images = images;
        this.length = length;
        this.runtime = runtime;
        this.checkpoints = new Checkpoints(directory.checkpoints(), recipe);
        this.begin = begin;
        this.notes = List.copyOf(notes);
    }

    /**
     * Begins a run in a new or empty folder. Everything that can be checked is checked before anything is written.
     *
     * @param recipeName for the provenance: a built-in name or a path
     * @throws ActionableException if the recipe, the data, the machine or the folder do not allow it
     */
    public static TrainingRun start(Recipe recipe, String recipeName, Path path) {
        return startHere(withAbsolutePaths(recipe), recipeName, path);
    }

    /** Paths that a resume from another folder still finds. */
    private static Recipe withAbsolutePaths(Recipe recipe) {
        List<String> overrides = new ArrayList<>();
        if (!recipe.data().images().isEmpty()) {
            overrides.add("data.images=" + Path.of(recipe.data().images()).toAbsolutePath());
        }
        if (!recipe.data().labels().isEmpty()) {
            overrides.add("data.labels=" + Path.of(recipe.data().labels()).toAbsolutePath());
        }
        return Recipes.override(recipe, overrides);
    }

    private static TrainingRun startHere(Recipe recipe, String recipeName, Path path) {
        TorchRuntime runtime = TorchRuntime.start(recipe.runtime().threads());
        Dataset dataset = Datasets.load(recipe.data().source());
        RunLength length = RunLength.of(recipe, dataset.size());
        RealBatches images = new RealBatches(dataset, recipe);
        Compute compute = runtime.compute(recipe.runtime().device());
        PeriodicAudit.check(recipe, dataset);
        List<String> notes = preflight(recipe, dataset, compute);
        TuningResult tuned = new Tuner(recipe, dataset.shape(), compute).choose();
        TrainingState players = TrainingState.create(recipe, dataset.shape(), compute, tuned);
        try {
            RunDirectory directory = RunDirectory.create(path, recipe);
            RunLock lock = directory.lock();
            Provenance provenance = provenance(recipeName, recipe, runtime, players.compute(), dataset);
            provenance.write(directory.provenanceFile());
            TuningFile.write(directory.kernelsFile(), tuned);
            return new TrainingRun(
                    directory,
                    lock,
                    recipe,
                    provenance,
                    players,
                    images,
                    length,
                    runtime,
                    TrainingPosition.START,
                    notes);
        } catch (RuntimeException e) {
            players.close();
            throw e;
        }
    }

    /**
     * Takes a run up at its latest whole checkpoint, as if it had never stopped.
     *
     * @throws ActionableException if the folder is no run, a setting changed that must not, or the data are no longer the same
     */
    public static TrainingRun resume(Path path, ResumeOptions options) {
        RunDirectory directory = RunDirectory.open(path);
        RunLock lock = directory.lock();
        try {
            return resume(directory, lock, options);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static TrainingRun resume(RunDirectory directory, RunLock lock, ResumeOptions options) {
        Recipe recipe = ResumeRules.apply(directory.recipe(), options);
        Provenance provenance = directory.provenance();
        TorchRuntime runtime = TorchRuntime.start(recipe.runtime().threads());
        Dataset dataset = Datasets.load(recipe.data().source());
        refuseOtherData(dataset, provenance);
        PeriodicAudit.check(recipe, dataset);
        RunLength length = RunLength.of(recipe, dataset.size());
        Compute compute = runtime.compute(recipe.runtime().device());
        TrainingState players = TrainingState.create(recipe, dataset.shape(), compute, tunedOf(directory, provenance));
        try {
            List<String> notes = new ArrayList<>(RecipeCheck.check(players));
            TrainingPosition position =
                    new Checkpoints(directory.checkpoints(), recipe).loadLatest(players, notes::add);
            if (position.step() == 0) {
                notes.add("There is no usable checkpoint yet: the run begins again at step 0, with the same seed.");
            }
            directory.writeRecipe(recipe);
            SampleSnapshots.dropAfter(directory, position.step(), length);
            if (Files.exists(directory.metricsFile())) {
                MetricsLog.truncateAfter(directory.metricsFile(), position.step());
            }
            return new TrainingRun(
                    directory,
                    lock,
                    recipe,
                    provenance,
                    players,
                    new RealBatches(dataset, recipe),
                    length,
                    runtime,
                    position,
                    notes);
        } catch (RuntimeException e) {
            players.close();
            throw e;
        }
    }

    /** What a person should know, or a refusal, before anything is measured. */
    static List<String> preflight(Recipe recipe, Dataset dataset, Compute compute) {
        try (TrainingState players = TrainingState.create(recipe, dataset.shape(), compute)) {
            return RecipeCheck.check(players);
        }
    }

    /** How the run was begun, whatever would be the fastest now: a resumed run keeps its bits. Runs of before computed plainly. */
    public static TuningResult tunedOf(RunDirectory directory, Provenance provenance) {
        return Files.exists(directory.kernelsFile())
                ? TuningFile.read(directory.kernelsFile())
                : TuningResult.plain(Precision.valueOf(provenance.precision().toUpperCase(Locale.ROOT)));
    }

    public static void refuseOtherData(Dataset dataset, Provenance provenance) {
        if (!dataset.sha256().equals(provenance.data().sha256())) {
            throw new ActionableException(
                    "The data set %s has the SHA-256 %s, the run was started with %s: put the original files back."
                            .formatted(
                                    dataset.name(),
                                    dataset.sha256(),
                                    provenance.data().sha256()));
        }
    }

    private static Provenance provenance(
            String recipeName, Recipe recipe, TorchRuntime runtime, Compute compute, Dataset dataset) {
        return Provenance.here(
                recipeName,
                runtime.threads(),
                compute.deviceName(),
                compute.precisionName(),
                recipe.runtime().tuning().name().toLowerCase(Locale.ROOT),
                new DataProvenance(
                        dataset.name(), dataset.size(), dataset.shape().toString(), dataset.sha256()),
                recipe.seed(),
                Instant.now());
    }

    /**
     * Trains to the end of the run, or until a stop is asked for; then the step in progress is finished and a checkpoint written.
     *
     * @param listener hears of every event on this thread
     * @throws DivergedException if a loss or weight is no longer finite
     */
    public Outcome run(Consumer<RunEvent> listener, BooleanSupplier stopRequested) {
        listener.accept(started());
        notes.forEach(note -> listener.accept(new RunEvent.Noted(note)));
        TrainingLoop loop = new TrainingLoop(recipe, players, images, length);
        try (MetricsLog log = MetricsLog.open(directory.metricsFile());
                Evaluators examinations = Evaluators.of(recipe, images.dataset(), players, runtime)) {
            examinations.notes(recipe).forEach(note -> listener.accept(new RunEvent.Noted(note)));
            MetricsHistory history = MetricsLog.read(directory.metricsFile());
            BestCheckpoint best = BestCheckpoint.of(directory, recipe, history);
            Snapshots snapshots = Snapshots.of(recipe, images, players);
            RunRecorder bookkeeping =
                    new RunRecorder(recipe, length, log, players, checkpoints, snapshots, examinations, best, listener);
            bookkeeping.takeUp(begin.step(), history);
            TrainingPosition end = loop.run(begin, bookkeeping::stepped, stopRequested);
            bookkeeping.ended(end);
            Outcome outcome = end.step() < length.totalSteps() ? Outcome.STOPPED : Outcome.FINISHED;
            listener.accept(new RunEvent.Finished(outcome, end.step(), end.seconds()));
            return outcome;
        } catch (LossAccumulator.NotFiniteException e) {
            throw diverged(e, loop.stepInProgress());
        }
    }

    private RunEvent.Started started() {
        return new RunEvent.Started(
                directory,
                recipe,
                provenance.recipe(),
                begin.step(),
                length.totalSteps(),
                length.stepsPerEpoch(),
                players.compute().deviceName(),
                provenance.threads(),
                players.compute().precisionName());
    }

    private DivergedException diverged(LossAccumulator.NotFiniteException cause, long step) {
        List<Path> kept = Checkpoints.newestFirst(directory.checkpoints());
        String good =
                kept.isEmpty() ? "there is no checkpoint before it" : "the last good checkpoint is " + kept.get(0);
        return new DivergedException(
                "Training stopped at generator step %d because %s; %s. Lower the learning rates or, for wgan-gp, raise objective.penalty, and train again."
                        .formatted(step, cause.getMessage(), good));
    }

    /** Where the run lies. */
    public RunDirectory directory() {
        return directory;
    }

    @Override
    public void close() {
        players.close();
        lock.close();
    }
}
