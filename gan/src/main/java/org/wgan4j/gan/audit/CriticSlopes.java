package org.wgan4j.gan.audit;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * A critic's scores and slopes on an audit's images, as a function of one image at a time: moving statistics, no dropout.
 *
 * @param realScores f(x), one a real image
 * @param generatedScores f(G(z)), one a generated image
 * @param norms of the critic's gradient at a random point between each real image and a generated one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CriticSlopes(float[] realScores, float[] generatedScores, float[] norms) {
    /**
     * Computes scores and slopes; weights and statistics of the critic do not change.
     *
     * @param chunk images passed through the critic at a time
     * @param random the mixing weights, one a pair, uniform in [0, 1) as in WGAN-GP
     */
    static CriticSlopes of(
            Critic critic, AuditBatches batches, ForwardContext context, int chunk, RandomStream random) {
        return critic.network()
                .frozen(() -> NativeScope.get(() -> {
                    Tensor mixing =
                            random.uniform(context.compute(), batches.real().size(0), 1, 1, 1);
                    Tensor between = torch.lerp(batches.real(), batches.generated(), mixing);
                    return new CriticSlopes(
                            scores(critic, batches.real(), context, chunk),
                            scores(critic, batches.generated(), context, chunk),
                            Chunks.map(between, chunk, part -> norms(critic, part, context)));
                }));
    }

    static float[] scores(Critic critic, Tensor images, ForwardContext context, int chunk) {
        return Chunks.map(
                images, chunk, part -> Tensors.toArray(Tensors.withoutGradients(() -> critic.score(part, context))));
    }

    /** No small number under the root: nothing is differentiated here. */
    private static float[] norms(Critic critic, Tensor points, ForwardContext context) {
        Tensor gradients = critic.inputGradient(points, context).detach();
        return Tensors.toArray(
                gradients.reshape(gradients.size(0), -1).square().sum(1).sqrt());
    }

    /** E f(x) - E f(G(z)). */
    double estimate() {
        return mean(realScores) - mean(generatedScores);
    }

    /** The largest rise of the score from a generated to a real image for each unit of the distance between them; at least 0. Equal images have no slope. */
    double steepestPair(double[][] distances) {
        double steepest = 0;
        for (int i = 0; i < realScores.length; i++) {
            for (int j = 0; j < generatedScores.length; j++) {
                double rise = (double) realScores[i] - generatedScores[j];
                if (distances[i][j] > 0 && rise > steepest * distances[i][j]) {
                    steepest = rise / distances[i][j];
                }
            }
        }
        return steepest;
    }

    void addTo(Map<AuditValue, Double> values, double[][] distances) {
        double estimate = estimate();
        double mean = mean(norms);
        double maximum = maximum(norms);
        double steepest = steepestPair(distances);
        values.put(AuditValue.CRITIC_ESTIMATE, estimate);
        values.put(AuditValue.GRADIENT_NORM_MEAN, mean);
        values.put(AuditValue.GRADIENT_NORM_MAX, maximum);
        values.put(AuditValue.STEEPEST_PAIR, steepest);
        values.put(AuditValue.ESTIMATE_OVER_MEAN_NORM, divide(estimate, mean));
        values.put(AuditValue.ESTIMATE_OVER_LIPSCHITZ, divide(estimate, maximum));
        values.put(AuditValue.ESTIMATE_OVER_STEEPEST_PAIR, divide(estimate, steepest));
    }

    /** 0 where the slope is 0, since the estimate is then rounding. */
    private static double divide(double estimate, double slope) {
        return slope == 0 ? 0 : estimate / slope;
    }

    static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double maximum(float[] values) {
        double maximum = 0;
        for (float value : values) {
            maximum = Math.max(maximum, value);
        }
        return maximum;
    }
}
