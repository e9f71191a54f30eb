package org.wgan4j.gan.study;

import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.audit.AuditBatches;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.CriticAudit;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/** The trained critic of a {@link CriticStudy}. Close it to free its weights. For use by one thread; arrays are copied on their way in and out. */
public final class StudiedCritic implements AutoCloseable {
    private final CriticStudy study;
    private final Critic critic;
    private final List<StepEstimate> estimates;

    StudiedCritic(CriticStudy study, Critic critic, List<StepEstimate> estimates) {
        this.study = study;
        this.critic = critic;
        this.estimates = List.copyOf(estimates);
    }

    /** The estimate E f(x) - E f(y) on the batch of a step of training. */
    public record StepEstimate(int step, double value) {}

    /**
     * The norm of the gradient of a generator's loss for a generator that translates all its points.
     *
     * @param saturating of log(1 - D), the GAN's first loss; for the critic of a GAN alone
     * @param nonSaturating of -log D, the GAN's loss in use; for the critic of a GAN alone
     * @param score of -f, the loss of Wasserstein GANs
     */
    public record GeneratorGradient(double saturating, double nonSaturating, double score) {}

    /** The estimates during training, about 100 at most, evenly over the steps. */
    public List<StepEstimate> estimates() {
        return estimates;
    }

    /** The audit on new points of both distributions; the exact W1 is that of these points. */
    public AuditReport audit(int points) {
        return NativeScope.get(() -> {
            RandomStream random = RandomStream.root(study.seed()).child("study-audit");
            DensityPair pair = study.pair();
            AuditBatches batches = new AuditBatches(
                    pair.real(points, random.child("real")),
                    pair.real(points, random.child("other-real")),
                    pair.generated(points, random.child("generated")),
                    pair.generated(points, random.child("other-generated")));
            return new CriticAudit(critic, study.estimatesWasserstein(), Compute.CPU, points)
                    .report(batches, Labels.UNKNOWN, study.steps(), random);
        });
    }

    /**
     * The scores of points; for the GAN, logits.
     *
     * @param points {@code [n][dimension]}
     */
    public double[] scores(double[][] points) {
        return NativeScope.get(() -> doubles(Tensors.toArray(
                Tensors.withoutGradients(() -> critic.score(tensor(points), ForwardContext.inference(Compute.CPU))))));
    }

    /** The norms of the scores' gradients at points {@code [n][dimension]}. */
    public double[] slopes(double[][] points) {
        return critic.network()
                .frozen(() -> NativeScope.get(() -> doubles(Tensors.toArray(
                        gradients(tensor(points)).square().sum(1).sqrt()))));
    }

    /** The gradients of a generator's losses on new generated points. */
    public GeneratorGradient generatorGradient(int points) {
        return critic.network()
                .frozen(() -> NativeScope.get(() -> {
                    Tensor generated = study.pair()
                            .generated(points, RandomStream.root(study.seed()).child("study-lesson"));
                    Tensor gradients = gradients(generated);
                    Tensor scores = Tensors.withoutGradients(
                                    () -> critic.score(generated, ForwardContext.inference(Compute.CPU)))
                            .reshape(-1, 1);
                    return new GeneratorGradient(
                            norm(gradients.mul(scores.sigmoid())),
                            norm(gradients.mul(scores.neg().sigmoid())),
                            norm(gradients));
                }));
    }

    /** The norm of the mean gradient. */
    private static double norm(Tensor gradients) {
        return torch.mean(gradients, 0).square().sum().sqrt().item_double();
    }

    private Tensor gradients(Tensor points) {
        return critic.inputGradient(points, ForwardContext.inference(Compute.CPU))
                .detach()
                .reshape(points.size(0), -1);
    }

    private Tensor tensor(double[][] points) {
        int dimension = study.pair().dimension();
        float[] values = new float[ArraySize.of("points", points.length, dimension)];
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != dimension) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "point %d has %d coordinates, but the critic's points have %d",
                        i,
                        points[i].length,
                        dimension));
            }
            for (int k = 0; k < dimension; k++) {
                values[i * dimension + k] = (float) points[i][k];
            }
        }
        return Tensors.of(values, points.length, dimension, 1, 1);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @Override
    public void close() {
        critic.close();
    }
}
