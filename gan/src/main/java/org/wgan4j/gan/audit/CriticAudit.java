package org.wgan4j.gan.audit;

import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * Compares the estimate of a critic with exact optimal transport on the same images.
 *
 * <p>By Kantorovich-Rubinstein duality E f(x) - E f(y) is at most K W1 for every function f with Lipschitz constant K. So the critic's estimate
 * divided by its largest measured slope is at most about the exact W1 of the same images; the ratio of both is a measure of the critic. W1 of few
 * images is far above 0 even between real images, which the floor shows.
 *
 * <p>The critic belongs to the caller and must stay open; for use by the one thread that uses the critic.
 *
 * <p>Weights, moving statistics and random streams of training do not change. The same arguments give the same report.
 *
 * @param critic to be audited
 * @param estimatesWasserstein whether its objective estimates a Wasserstein distance
 * @param compute where the critic's arithmetic runs, and how precisely
 * @param chunk images passed through the critic at a time, at least 1; also the batches that batch statistics are taken over
 */
public record CriticAudit(Critic critic, boolean estimatesWasserstein, Compute compute, int chunk) {
    public CriticAudit {
        if (chunk < 1) {
            throw new IllegalArgumentException("images pass at least 1 at a time, found " + chunk);
        }
    }

    /**
     * The report on some images.
     *
     * @param realClasses a class for each image of {@code batches.real()}, or {@link Labels#UNKNOWN}
     * @param step generator steps made
     * @param random the mixing weights of the interpolates, and dropout masks
     */
    public AuditReport report(AuditBatches batches, Labels realClasses, long step, RandomStream random) {
        BatchTransport transport = BatchTransport.of(batches);
        CriticSlopes slopes =
                CriticSlopes.of(critic, batches, ForwardContext.inference(compute), chunk, random.child("mixing"));
        Map<AuditValue, Double> values = new EnumMap<>(AuditValue.class);
        values.put(AuditValue.IMAGES, (double) batches.real().size(0));
        slopes.addTo(values, transport.distances());
        transport.addTo(values);
        if (differsInTraining()) {
            values.put(AuditValue.CRITIC_ESTIMATE_IN_TRAINING, estimateInTraining(batches, random));
        }
        return new AuditReport(
                step,
                estimatesWasserstein,
                values,
                images(batches.real()),
                realClasses,
                images(batches.generated()),
                transport.pairing());
    }

    private boolean differsInTraining() {
        return critic.network().spec().layers().stream().anyMatch(Layer::differsInTraining);
    }

    private double estimateInTraining(AuditBatches batches, RandomStream random) {
        ForwardContext context = ForwardContext.training(compute, random).with(ForwardContext.Statistics.BATCH);
        return CriticSlopes.mean(CriticSlopes.scores(critic, batches.real(), context.with(random.child("real")), chunk))
                - CriticSlopes.mean(CriticSlopes.scores(
                        critic, batches.generated(), context.with(random.child("generated")), chunk));
    }

    private Images images(Tensor batch) {
        Shape shape = critic.network().spec().input();
        return Images.fromUnitRange(
                new ImageShape((int) shape.size(0), (int) shape.size(1), (int) shape.size(2)), Tensors.toArray(batch));
    }
}
