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

/** The data set of an existing run: read from where its recipe says, or passed by a program, and checked by its SHA-256. Safe for use by several threads. */
public final class RunData {
    private RunData() {}

    /**
     * The data set of a run.
     *
     * @param given the data set that a program passes, if one did when the run began
     * @throws ActionableException if it is missing or has changed
     */
    public static Dataset of(Recipe recipe, Provenance provenance, Optional<Dataset> given) {
        if (given.isEmpty() && provenance.data().origin() == DataProvenance.Origin.PROGRAM) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The run was trained on the data set %s, which a program gave it and its recipe cannot name: pass the same data in a program (TrainingRun.resume, TrainedCritic.load and EvaluationData.of take a Dataset).",
                    provenance.data().name()));
        }
        Dataset dataset = given.orElseGet(() -> load(recipe));
        refuseOtherData(dataset, provenance);
        return dataset;
    }

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
