package org.wgan4j.gan.training.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.Provenance;

/** Finds the data that a run was begun on. */
public final class RunData {
    private RunData() {}

    /**
     * The data of a run, from a program or from where its recipe says that they are now.
     *
     * @param given what a program gives, where a program gave them when the run began
     * @throws ActionableException if they are not there, have changed, or are missing
     */
    public static Dataset of(Recipe recipe, Provenance provenance, Optional<Dataset> given) {
        if (given.isEmpty() && provenance.data().origin() == DataProvenance.Origin.PROGRAM) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The run was trained on the data set %s, which a program gave it and its recipe cannot name: resume it from a program, with the same data (TrainingRun.resume with a Dataset).",
                    provenance.data().name()));
        }
        Dataset dataset = given.orElseGet(() -> load(recipe));
        refuseOtherData(dataset, provenance);
        return dataset;
    }

    /**
     * The data that a run was begun on, from where its recipe says that they are now.
     *
     * @throws ActionableException if they are not there
     */
    private static Dataset load(Recipe recipe) {
        for (String path : List.of(recipe.data().images(), recipe.data().labels())) {
            if (!path.isEmpty() && !Files.exists(Path.of(path))) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "There is no file %s any more, which the run was trained on: put it back, or set data.images, and data.labels where there are any, to where it is now.",
                        path));
            }
        }
        return Datasets.load(recipe.data().source());
    }

    private static void refuseOtherData(Dataset dataset, Provenance provenance) {
        if (!dataset.sha256().equals(provenance.data().sha256())) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The data set %s has the SHA-256 %s, the run was started with %s: put the original files back.",
                    dataset.name(),
                    dataset.sha256(),
                    provenance.data().sha256()));
        }
    }
}
