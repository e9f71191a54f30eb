package org.wgan4j.gan.inference;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.Checkpoints;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.evaluation.PeriodicAudit;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.loop.TrainingState;

/** The critic out of a run, with the generator that it judges and the data of both. Close it to free their weights. */
public final class TrainedCritic implements AutoCloseable {
    private final Recipe recipe;
    private final Dataset dataset;
    private final TrainingState players;
    private final long step;

    private TrainedCritic(Recipe recipe, Dataset dataset, TrainingState players, long step) {
        this.recipe = recipe;
        this.dataset = dataset;
        this.players = players;
        this.step = step;
    }

    /**
     * Loads both networks of a run's latest whole checkpoint.
     *
     * @throws CheckpointException if there is none
     */
    public static TrainedCritic load(RunDirectory run) {
        Recipe recipe = run.recipe();
        TorchRuntime.start(recipe.runtime().threads());
        Dataset dataset = Datasets.load(recipe.data().source());
        TrainingRun.refuseOtherData(dataset, run.provenance());
        TrainingState players =
                TrainingState.create(recipe, dataset.shape(), Compute.CPU, TrainingRun.tunedOf(run, run.provenance()));
        try {
            List<String> reasons = new ArrayList<>();
            long step = new Checkpoints(run.checkpoints(), recipe)
                    .loadLatest(players, reasons::add)
                    .step();
            if (step == 0) {
                throw new CheckpointException("%s has no usable checkpoint%s: train or resume the run first."
                        .formatted(
                                run.checkpoints(), reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")"));
            }
            return new TrainedCritic(recipe, dataset, players, step);
        } catch (RuntimeException e) {
            players.close();
            throw e;
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
        return new PeriodicAudit(recipe, dataset, players, images, seed).report(step);
    }

    @Override
    public void close() {
        players.close();
    }
}
