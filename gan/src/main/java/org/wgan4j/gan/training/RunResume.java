package org.wgan4j.gan.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.CheckpointFolders;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.checkpoint.LatestCheckpoint;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.checkpoint.ResumeRules;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunLock;
import org.wgan4j.gan.training.loop.CloseOnFailure;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.RunData;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;
import org.wgan4j.gan.tuning.TuningFile;

/** Resumes a run from its latest usable checkpoint. Everything is checked before a file changes. */
final class RunResume {
    private final RunDirectory directory;
    private final RunLock lock;
    private final Provenance provenance;
    private final TrainingSetup setup;
    private final TrainingState trainingState;

    private RunResume(
            RunDirectory directory,
            RunLock lock,
            Provenance provenance,
            TrainingSetup setup,
            TrainingState trainingState) {
        this.directory = directory;
        this.lock = lock;
        this.provenance = provenance;
        this.setup = setup;
        this.trainingState = trainingState;
    }

    static TrainingRun resume(Path path, Optional<Dataset> given, Components components, ResumeOptions options) {
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
            TrainingRun resumed = new RunResume(directory, lock, provenance, setup, trainingState).resume();
            opened.keep();
            return resumed;
        }
    }

    private TrainingRun resume() {
        LatestCheckpoint latest = new Checkpoints(directory.checkpoints(), setup.recipe()).loadLatest(trainingState);
        refuseRestart(latest);
        TrainingPosition position = latest.position().orElse(TrainingPosition.START);
        refuseEarlierEnd(position, setup.length());
        // From here on files change.
        List<String> notes = new ArrayList<>(setup.notes());
        notes.addAll(setUnusableAside(latest));
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

    private static List<String> setUnusableAside(LatestCheckpoint latest) {
        return latest.unusable().stream()
                .map(unusable -> String.format(
                        Locale.ROOT,
                        "Passed over the checkpoint %s; it is kept as %s.",
                        unusable,
                        CheckpointFolders.setAside(unusable.checkpoint()).getFileName()))
                .toList();
    }

    /** A run that has weights somewhere and cannot go on from them is not trained anew over them. */
    private void refuseRestart(LatestCheckpoint latest) {
        if (latest.position().isPresent()) {
            return;
        }
        if (!latest.unusable().isEmpty()) {
            throw new CheckpointException(String.format(
                    Locale.ROOT,
                    "None of the checkpoints in %s can be used%s, and nothing was changed: put recipe.yaml or the checkpoints back as they were, or begin a new run, which may start from the weights of this one.",
                    directory.checkpoints(),
                    latest.reasons()));
        }
        if (!CheckpointFolders.newestFirst(directory.best()).isEmpty()
                || provenance.initialWeights().isPresent()) {
            throw new CheckpointException(String.format(
                    Locale.ROOT,
                    "There are no checkpoints in %s any more, and nothing was changed: put them back, or begin a new run.",
                    directory.checkpoints()));
        }
    }

    private static void refuseEarlierEnd(TrainingPosition position, RunLength length) {
        if (position.step() > length.totalSteps()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The run has made %s generator steps, and the length of %s that was asked for lies before that: ask for %s or more.",
                    position.step(),
                    length.totalSteps(),
                    position.step()));
        }
    }
}
