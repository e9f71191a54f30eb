package org.wgan4j.gan.training;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.InitialWeights;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunLock;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.training.loop.CloseOnFailure;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.loop.TuningResult;
import org.wgan4j.gan.tuning.TuningFile;

/**
 * The settings of a new run: the recipe, and optionally a data set, initial weights and components that the recipe cannot hold.
 *
 * <p>{@code NewRun.of(recipe).on(dataset).startIn(directory)} starts it. Immutable; safe for use by several threads.
 *
 * @param recipe every setting
 * @param recipeName for the provenance: a built-in name, a path or another name
 * @param dataset the real images or points in place of those that the recipe names
 * @param weightsOf the run whose latest weights are its initial weights
 * @param components the objectives and architectures that the recipe can name
 */
public record NewRun(
        Recipe recipe,
        String recipeName,
        Optional<Dataset> dataset,
        Optional<RunDirectory> weightsOf,
        Components components) {
    /** A run of a recipe, on the data that it names, from random weights. */
    public static NewRun of(Recipe recipe) {
        return new NewRun(recipe, "own recipe", Optional.empty(), Optional.empty(), Components.installed());
    }

    /** The same with a name for the recipe. */
    public NewRun named(String name) {
        return new NewRun(recipe, name, dataset, weightsOf, components);
    }

    /**
     * The same on a data set in memory. The run directory holds its name and SHA-256; {@link TrainingRun#resume(Path, Dataset, ResumeOptions)}
     * needs the same data set again.
     */
    public NewRun on(Dataset data) {
        return new NewRun(recipe, recipeName, Optional.of(data), weightsOf, components);
    }

    /**
     * The same with the weights of another run's latest checkpoint; optimisers and averages start anew. The networks must be the same; learning
     * rates, objective and data may differ.
     */
    public NewRun from(RunDirectory other) {
        return new NewRun(recipe, recipeName, dataset, Optional.of(other), components);
    }

    /** The same with the objectives and architectures that the recipe can name. */
    public NewRun with(Components others) {
        return new NewRun(recipe, recipeName, dataset, weightsOf, others);
    }

    /**
     * Starts it in a new or empty folder. Everything that can be checked is checked before anything is written.
     *
     * @throws ActionableException if the recipe, the data, the other run, the machine or the folder do not allow it
     */
    public TrainingRun startIn(Path directory) {
        return start(() -> RunDirectory.claim(directory));
    }

    /**
     * Starts it in a new folder, named by the local time and the recipe.
     *
     * @param parent is created if it is missing
     * @throws ActionableException if the recipe, the data, the other run, the machine or the folder do not allow it
     */
    public TrainingRun startBelow(Path parent) {
        return start(() -> RunDirectory.claimIn(parent, recipeName, Instant.now()));
    }

    /** Starts it in the directory of the supplier, which is asked once all checks are passed. */
    private TrainingRun start(Supplier<RunDirectory> claim) {
        TrainingSetup setup = TrainingSetup.of(recipe, dataset, components);
        TuningResult tuning = setup.tune();
        try (CloseOnFailure opened = new CloseOnFailure()) {
            TrainingState trainingState = opened.add(setup.trainingState(tuning));
            Optional<InitialWeights> weights = weightsOf.map(other -> Checkpoints.loadWeights(other, trainingState));
            Provenance here = provenance(setup, trainingState.compute());
            Provenance provenance = weights.map(here::with).orElse(here);
            RunDirectory directory = claim.get();
            boolean[] created = {false};
            opened.add(() -> discard(directory, created[0]));
            RunLock lock = opened.add(directory.lock());
            created[0] = directory.isEmpty();
            directory.fill(setup.recipe());
            provenance.write(directory.provenanceFile());
            TuningFile.write(directory.kernelsFile(), tuning);
            if (weights.isPresent()) {
                // The other run may go on or be deleted: a resume must find the weights that this one started from.
                new Checkpoints(directory.checkpoints(), setup.recipe()).save(trainingState, TrainingPosition.START, 0);
            }
            TrainingRun started = new TrainingRun(
                    directory, lock, setup, provenance, trainingState, TrainingPosition.START, setup.notes());
            opened.keep();
            return started;
        }
    }

    private static void discard(RunDirectory directory, boolean created) {
        if (created) {
            directory.discard();
        }
    }

    private Provenance provenance(TrainingSetup setup, Compute compute) {
        Dataset data = setup.dataset();
        return Provenance.here(
                recipeName,
                setup.runtime().threads(),
                compute.deviceName(),
                compute.precisionName(),
                recipe.runtime().tuning().name().toLowerCase(Locale.ROOT),
                new DataProvenance(data.name(), data.size(), data.shape().toString(), data.sha256(), setup.origin()),
                recipe.seed(),
                Instant.now());
    }
}
