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

/** A trained critic of a {@link CriticStudy}, to be asked. Close it to free its weights. For use by one thread; arrays are copied on their way in and out. */
public final class StudiedCritic implements AutoCloseable {
    private final CriticStudy study;
    private final Critic critic;
    private final List<Estimate> course;

    StudiedCritic(CriticStudy study, Critic critic, List<Estimate> course) {
        this.study = study;
        this.critic = critic;
        this.course = List.copyOf(course);
    }

    /** The estimate E f(x) - E f(y) on the batch of a step of training. */
    public record Estimate(int step, double value) {}

    /**
     * How strongly a generator that moves all its points together would be taught: the norm of its loss's gradient along the move.
     *
     * @param saturating by log(1 - D), the loss of the GAN's game as first written; only of the GAN's critic
     * @param nonSaturating by -log D, the GAN's loss as it is used; only of the GAN's critic
     * @param score by -f, the loss of the Wasserstein games
     */
    public record Lesson(double saturating, double nonSaturating, double score) {}

    /** The estimates while it was trained, at most some hundred, evenly over the steps. */
    public List<Estimate> course() {
        return course;
    }

    /** The audit on fresh points of the pair, as many as are asked for of both distributions; the exact W1 is that of these points. */
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
        return NativeScope.get(() -> wide(Tensors.toArray(
                Tensors.withoutGradients(() -> critic.score(tensor(points), ForwardContext.inference(Compute.CPU))))));
    }

    /** The norms of the scores' gradients at points {@code [n][dimension]}. */
    public double[] slopes(double[][] points) {
        return critic.network()
                .frozen(() -> NativeScope.get(() -> wide(Tensors.toArray(
                        gradients(tensor(points)).square().sum(1).sqrt()))));
    }

    /** What a generator would learn, measured on fresh generated points. */
    public Lesson lesson(int points) {
        return critic.network()
                .frozen(() -> NativeScope.get(() -> {
                    Tensor generated = study.pair()
                            .generated(points, RandomStream.root(study.seed()).child("study-lesson"));
                    Tensor gradients = gradients(generated);
                    Tensor scores = Tensors.withoutGradients(
                                    () -> critic.score(generated, ForwardContext.inference(Compute.CPU)))
                            .reshape(-1, 1);
                    return new Lesson(
                            norm(gradients.mul(scores.sigmoid())),
                            norm(gradients.mul(scores.neg().sigmoid())),
                            norm(gradients));
                }));
    }

    /** Of the gradient of the mean loss along a move of all points: the norm of the mean. */
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

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Override
    public void close() {
        critic.close();
    }
}
