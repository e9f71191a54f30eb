package org.wgan4j.gan.inference;

import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.evaluation.PeriodicAudit;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.CloseOnFailure;
import org.wgan4j.gan.training.loop.RunData;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.tuning.TuningFile;

/**
 * The critic out of a run, with the generator that it judges and the data of both.
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
        return load(run, Optional.empty());
    }

    /**
     * The same with the data that a program gave when the run began.
     *
     * @param dataset has the SHA-256 of those of the run
     */
    public static TrainedCritic load(RunDirectory run, Dataset dataset) {
        return load(run, Optional.of(dataset));
    }

    private static TrainedCritic load(RunDirectory run, Optional<Dataset> given) {
        Recipe recipe = run.recipe();
        Provenance provenance = run.provenance();
        Dataset dataset = RunData.of(recipe, provenance, given);
        TorchRuntime.load();
        try (CloseOnFailure opened = new CloseOnFailure()) {
            TrainingState trainingState = opened.add(
                    TrainingState.create(recipe, dataset.shape(), Compute.CPU, TuningFile.of(run, provenance)));
            Checkpoints.Latest latest = new Checkpoints(run.checkpoints(), recipe).loadLatest(trainingState);
            long step = latest.position()
                    .orElseThrow(() -> Checkpoints.unusable(run.checkpoints(), latest.passedOver()))
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
     * Holds the critic against exact transport, on images that are a function of the seed and the step.
     *
     * <p>With the seed and the number of images of the run's recipe, these are the images of the audit that training makes at this step.
     *
     * @param images real ones, and as many generated ones, at least 1
     * @throws org.wgan4j.gan.ActionableException if there are not twice as many real images
     */
    public AuditReport audit(int images, long seed) {
        return new PeriodicAudit(recipe, dataset, trainingState, images, seed).report(step);
    }

    @Override
    public void close() {
        trainingState.close();
    }
}
