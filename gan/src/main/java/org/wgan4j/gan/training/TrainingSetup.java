package org.wgan4j.gan.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.evaluation.PeriodicAudit;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.DataProvenance.Origin;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.ThreadCount;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.BatchNormCheck;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.ModelDefinition;
import org.wgan4j.gan.training.loop.RealBatches;
import org.wgan4j.gan.training.loop.RecipeCheck;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.loop.TuningResult;
import org.wgan4j.gan.tuning.Tuner;

/**
 * A checked recipe with its data, model and device, before step 1: training, resuming, benchmarks and dry runs share it, and so refuse alike.
 * Immutable; the thread that trains uses it.
 *
 * @param recipe with absolute paths
 * @param model both networks and the objective, before they have weights
 * @param dataset the real images or points
 * @param origin whether the recipe names them or a program gave them
 * @param runtime libtorch with the recipe's number of threads
 * @param device where tensors are, in single precision
 * @param notes warnings for the user
 */
public record TrainingSetup(
        Recipe recipe,
        ModelDefinition model,
        Dataset dataset,
        Origin origin,
        RunLength length,
        RealBatches images,
        TorchRuntime runtime,
        Compute device,
        List<String> notes) {
    public TrainingSetup {
        notes = List.copyOf(notes);
    }

    /**
     * The setup of a recipe on the data that it names.
     *
     * @throws ActionableException if the recipe, the data or the machine do not allow training
     */
    public static TrainingSetup of(Recipe recipe) {
        return of(recipe, Optional.empty(), Components.installed());
    }

    /**
     * The same on data that a program gives, if it gives any.
     *
     * @param components the objectives and architectures that the recipe can name
     */
    public static TrainingSetup of(Recipe recipe, Optional<Dataset> given, Components components) {
        Recipe resolved = given.map(data -> naming(recipe, data)).orElseGet(() -> withAbsolutePaths(recipe));
        return of(
                resolved,
                given.orElseGet(() -> Datasets.load(resolved.data().source())),
                given.isPresent() ? Origin.PROGRAM : Origin.RECIPE,
                components);
    }

    /** The same on data in memory. */
    static TrainingSetup of(Recipe recipe, Dataset dataset, Origin origin, Components components) {
        return ThreadCount.during(threads(recipe), runtime -> {
            ModelDefinition model = ModelDefinition.of(recipe, dataset.shape(), components);
            RunLength length = RunLength.of(recipe, dataset.size());
            RealBatches images = new RealBatches(dataset, recipe);
            Compute device = runtime.compute(recipe.runtime().device());
            PeriodicAudit.check(recipe, dataset);
            BatchNormCheck.check(recipe, model, dataset.size());
            List<String> notes = new ArrayList<>(UnusedSettings.notes(recipe, objective(recipe, components)));
            noteFewerThreads(recipe, notes);
            try (TrainingState trainingState =
                    TrainingState.create(recipe, model, device, TuningResult.plain(device.precision()))) {
                notes.addAll(RecipeCheck.check(trainingState));
            }
            return new TrainingSetup(recipe, model, dataset, origin, length, images, runtime, device, notes);
        });
    }

    private static ObjectiveDescription objective(Recipe recipe, Components components) {
        String name = recipe.objective().name();
        return components.objectives().find(name).orElseThrow(() -> new IllegalStateException(name));
    }

    /** At most as many threads as processors. */
    private static int threads(Recipe recipe) {
        return Math.min(recipe.runtime().threads(), Runtime.getRuntime().availableProcessors());
    }

    private static void noteFewerThreads(Recipe recipe, List<String> notes) {
        int wanted = recipe.runtime().threads();
        int used = threads(recipe);
        if (used < wanted) {
            notes.add("runtime.threads is " + wanted + ", but this process has " + used
                    + (used == 1 ? " processor" : " processors") + ": " + used + (used == 1 ? " is" : " are")
                    + " used, since more would be slower.");
        }
    }

    /** Paths that a resume from another folder still finds. */
    static Recipe withAbsolutePaths(Recipe recipe) {
        List<String> overrides = new ArrayList<>();
        if (!recipe.data().images().isEmpty()) {
            overrides.add("data.images=" + quoted(absolute(recipe.data().images())));
        }
        if (!recipe.data().labels().isEmpty()) {
            overrides.add("data.labels=" + quoted(absolute(recipe.data().labels())));
        }
        return overrides.isEmpty() ? recipe : Recipes.override(recipe, overrides);
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /** The recipe with the name of the given data in place of what it says of other data. */
    private static Recipe naming(Recipe recipe, Dataset dataset) {
        String name = dataset.name().replaceAll("\\p{Cntrl}", " ");
        return Recipes.override(
                recipe, List.of("data.images=''", "data.labels=''", "data.digits=all", "data.name=" + quoted(name)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The synthetic data set; empty for images and for points that a program gave. */
    public Optional<SyntheticDataset> synthetic() {
        return origin == Origin.PROGRAM
                ? Optional.empty()
                : SyntheticDataset.of(recipe.data().source());
    }

    /** Where the data come from; data that a program gave have no second split, whatever their name. */
    DataSource source() {
        return origin == Origin.PROGRAM ? DataSource.named("") : recipe.data().source();
    }

    /** Measures the fastest precision and convolution algorithms, where the recipe leaves the choice. */
    public TuningResult tune() {
        return ThreadCount.during(runtime.threads(), same -> new Tuner(recipe, model, device).choose());
    }

    /** The training state at step 0; the caller closes it. */
    public TrainingState trainingState(TuningResult tuning) {
        return TrainingState.create(recipe, model, device, tuning);
    }
}
