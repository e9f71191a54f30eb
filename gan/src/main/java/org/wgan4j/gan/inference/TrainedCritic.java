package org.wgan4j.gan.inference;

import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.checkpoint.LatestCheckpoint;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.evaluation.PeriodicAudit;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.CloseOnFailure;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.ModelDefinition;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.loop.RunData;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.tuning.TuningFile;

/**
 * The critic of a run's latest checkpoint, with the generator and the data that it was trained against.
 *
 * <p>It computes on the CPU and leaves the number of threads of the process as it is. Use it on one thread at a time, and close it to free the
 * weights.
 */
public final class TrainedCritic implements AutoCloseable {
    private final Recipe recipe;
    private final Dataset dataset;
    private final TrainingState trainingState;
    private final long step;

    private TrainedCritic(Recipe recipe, Dataset dataset, TrainingState trainingState, long step) {
        this.recipe = recipe;
        this.dataset = dataset;
        this.trainingState = trainingState;
        this.step = step;
    }

    /**
     * Loads both networks of a run's latest whole checkpoint, and the data that its recipe names.
     *
     * @throws CheckpointException if there is none
     * @throws ActionableException if the data are no longer the same or were given by a program
     */
    public static TrainedCritic load(RunDirectory run) {
        return load(run, Optional.empty(), Components.installed());
    }

    /**
     * The same with the data that a program gave when the run began.
     *
     * @param dataset has the SHA-256 of those of the run
     */
    public static TrainedCritic load(RunDirectory run, Dataset dataset) {
        return load(run, Optional.of(dataset), Components.installed());
    }

    /**
     * The same with objectives and architectures that a program passes.
     *
     * @param given the data, where a program gave them when the run began
     * @param components all that the recipe names must be among them
     */
    public static TrainedCritic load(RunDirectory run, Optional<Dataset> given, Components components) {
        Recipe recipe = run.recipe();
        Provenance provenance = run.provenance();
        Dataset dataset = RunData.of(recipe, provenance, given);
        TorchRuntime.load();
        try (CloseOnFailure opened = new CloseOnFailure()) {
            ModelDefinition model = ModelDefinition.of(recipe, dataset.shape(), components);
            TrainingState trainingState =
                    opened.add(TrainingState.create(recipe, model, Compute.CPU, TuningFile.of(run, provenance)));
            LatestCheckpoint latest = new Checkpoints(run.checkpoints(), recipe).loadLatest(trainingState);
            long step = latest.position()
                    .orElseThrow(() -> latest.missing(run.checkpoints()))
                    .step();
            opened.keep();
            return new TrainedCritic(recipe, dataset, trainingState, step);
        }
    }

    /** Generator steps of the checkpoint. */
    public long step() {
        return step;
    }

    /**
     * Compares the critic's estimate with exact transport, on images that are a function of the seed and the step.
     *
     * <p>With the seed and the number of images of the run's recipe, these are the images of the audit that training makes at this step.
     *
     * @param images real ones, and as many generated ones, at least 1
     * @throws ActionableException if there are not twice as many real images, or the generator's output is not finite
     */
    public AuditReport audit(int images, long seed) {
        try {
            return new PeriodicAudit(recipe, dataset, trainingState, images, seed).report(step);
        } catch (NotFiniteException e) {
            throw TrainedGenerator.unusable(step, e);
        }
    }

    @Override
    public void close() {
        trainingState.close();
    }
}
