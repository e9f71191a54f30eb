package org.wgan4j.gan.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditBatches;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.CriticAudit;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.data.BatchOrder;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.LastBatch;
import org.wgan4j.gan.data.Sampling;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.AuditSettings;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.loop.NotFiniteException;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;

/**
 * The audit of a run's critic during training: its estimate and the exact transport distance between real and generated images.
 *
 * <p>The images and the latents are a function of the seed and the step. The generated images are those of the trained generator, not of the
 * averaged one, with the batch norm statistics of the critic's fakes. For use by the thread that trains.
 *
 * @param images in each of the four batches
 * @param seed of the images, the noise and the interpolates
 */
public record PeriodicAudit(Recipe recipe, Dataset dataset, TrainingState trainingState, int images, long seed)
        implements Evaluator {
    public PeriodicAudit {
        refuseTooFewImages(dataset, images);
    }

    /** The audit of a recipe. */
    static PeriodicAudit of(Recipe recipe, Dataset dataset, TrainingState trainingState) {
        return new PeriodicAudit(recipe, dataset, trainingState, recipe.audit().images(), recipe.seed());
    }

    /** Whether a recipe has audits. */
    static boolean isWanted(Recipe recipe) {
        return intervalOf(recipe).recurs();
    }

    /**
     * Checks the audits of a recipe.
     *
     * @throws ActionableException if the data set has too few images
     */
    public static void check(Recipe recipe, Dataset dataset) {
        if (isWanted(recipe)) {
            refuseTooFewImages(dataset, recipe.audit().images());
        }
    }

    private static void refuseTooFewImages(Dataset dataset, int images) {
        if (dataset.size() < 2 * images) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "An audit of %d images needs as many others for its floor, %d in all, but the data set %s has %d: audit %d images or fewer.",
                    images,
                    2 * images,
                    dataset.name(),
                    dataset.size(),
                    dataset.size() / 2));
        }
    }

    @Override
    public EvaluationRecord.Kind kind() {
        return EvaluationRecord.Kind.AUDIT;
    }

    @Override
    public StepInterval interval() {
        return intervalOf(recipe);
    }

    private static StepInterval intervalOf(Recipe recipe) {
        AuditSettings settings = recipe.audit();
        return new StepInterval(settings.everyEpochs(), settings.everySteps());
    }

    @Override
    public Map<String, Double> measure(long step) {
        return report(step).byName();
    }

    /**
     * The report after the given step.
     *
     * @throws NotFiniteException if a generated value is NaN or infinite
     */
    public AuditReport report(long step) {
        return NativeScope.get(() -> {
            RandomStream random = RandomStream.root(seed).child("audit").child(step);
            int[] chosen = BatchOrder.of(
                            Sampling.SHUFFLE,
                            dataset.size(),
                            2 * images,
                            LastBatch.DROP,
                            random.child("real").key())
                    .batch(0);
            int[] real = Arrays.copyOf(chosen, images);
            AuditBatches batches = new AuditBatches(
                    real(real),
                    real(Arrays.copyOfRange(chosen, images, 2 * images)),
                    generated(random.child("latents")),
                    generated(random.child("other-latents")));
            return audit().report(batches, labels(real), step, random);
        });
    }

    /** In single precision, whatever the precision of training. */
    private CriticAudit audit() {
        return new CriticAudit(
                trainingState.critic(),
                trainingState.objective().estimatesWasserstein(),
                trainingState.compute().with(Precision.FLOAT32),
                recipe.batchSize());
    }

    private Tensor real(int[] indices) {
        ImageShape shape = dataset.shape();
        return trainingState
                .compute()
                .place(Tensors.of(
                        dataset.scaled(indices), indices.length, shape.channels(), shape.height(), shape.width()));
    }

    private Labels labels(int[] indices) {
        return dataset.labelled()
                ? new Labels(IntStream.of(indices).mapToObj(dataset::label).toList())
                : Labels.UNKNOWN;
    }

    /** The generated images, in batches of nearly equal size, at most that of training. */
    private Tensor generated(RandomStream random) {
        Compute compute = trainingState.compute();
        ForwardContext context = ForwardContext.inference(compute)
                .with(
                        recipe.objective().criticFakes() == GeneratorMode.MOVING_STATISTICS
                                ? ForwardContext.Statistics.MOVING
                                : ForwardContext.Statistics.BATCH);
        Tensor latents =
                random.normal(compute, images, trainingState.generator().latentSize());
        int parts = (images + recipe.batchSize() - 1) / recipe.batchSize();
        List<Tensor> fakes = IntStream.range(0, parts)
                .mapToObj(part -> {
                    long from = (long) images * part / parts;
                    long to = (long) images * (part + 1) / parts;
                    return Tensors.withoutGradients(
                            () -> trainingState.generator().generate(latents.narrow(0, from, to - from), context));
                })
                .toList();
        Tensor all = torch.cat(new TensorVector(fakes.toArray(new Tensor[0])), 0);
        NotFiniteException.check(SampleSnapshots.valueName(dataset.shape()), Tensors.toArray(all));
        return all;
    }
}
