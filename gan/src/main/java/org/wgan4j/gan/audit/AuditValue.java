package org.wgan4j.gan.audit;

import java.util.Locale;

/**
 * The values of an audit, in the order in which they are logged.
 *
 * <p>Immutable, as enums are. Distances are those of {@link AuditReport}: Euclidean on flattened pixels in [-1, 1]. Scores have the critic's own unit, slopes are
 * scores per distance.
 */
public enum AuditValue {
    /** Real images in the batch, and as many generated ones. */
    IMAGES,
    /** E f(x) - E f(G(z)): the mean score of the real images less that of the generated ones, f as a function of one image. */
    CRITIC_ESTIMATE,
    /** The same as training computes it, where that differs: batch norm over each batch, dropout on. Only for such critics. */
    CRITIC_ESTIMATE_IN_TRAINING,
    /** The mean norm of the critic's gradient at random points between a real and a generated image. */
    GRADIENT_NORM_MEAN,
    /** The largest of these norms: a lower bound of the critic's Lipschitz constant. */
    GRADIENT_NORM_MAX,
    /** The largest f(x) - f(y) over the distance of x and y, of all pairs of a real and a generated image: a lower bound as well. */
    STEEPEST_PAIR,
    /** The estimate over the mean gradient norm. */
    ESTIMATE_OVER_MEAN_NORM,
    /** The estimate over the largest gradient norm: over the critic's Lipschitz constant, as far as it was measured. */
    ESTIMATE_OVER_LIPSCHITZ,
    /** The estimate over the steepest pair: never above the exact W1, by Kantorovich's duality on these images. */
    ESTIMATE_OVER_STEEPEST_PAIR,
    /** W1 between the real and the generated images, solved exactly: the largest estimate of any 1-Lipschitz critic. */
    EXACT_W1,
    /** W1 between these real images and as many others: about the exact W1 of a perfect generator. */
    FLOOR_W1,
    /** W1 between these generated images and as many others. */
    GENERATED_FLOOR_W1,
    /** The exact W1 less the mean of both floors: near 0 for a perfect generator. */
    DEBIASED_W1,
    /** The debiased entropic transport cost between the real and the generated images (Feydy et al. 2019). */
    SINKHORN_DIVERGENCE,
    /** The regularisation of the divergence, in units of the distance. */
    SINKHORN_EPSILON;

    /** The name in {@code metrics.jsonl}: {@code exact_w1}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
