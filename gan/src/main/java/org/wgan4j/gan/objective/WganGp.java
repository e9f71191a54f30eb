package org.wgan4j.gan.objective;

import org.bytedeco.pytorch.Scalar;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveSettings;

/**
 * The Wasserstein GAN with a gradient penalty (Gulrajani et al. 2017, Algorithm 1): the norm of the critic's gradient between real and
 * generated samples is held to 1 by (|grad| - 1)^2. Immutable and safe for use by several threads; its tensors belong to the caller's memory scope.
 *
 * @param penalty the weight, lambda in the paper, above 0
 */
public record WganGp(double penalty) implements PenalisedWasserstein {
    /** Refuses a weight that is not above 0. */
    public WganGp {
        gradientPenalty(penalty);
    }

    private static GradientPenalty gradientPenalty(double weight) {
        return new GradientPenalty(weight, norms -> norms.sub(new Scalar(1f)).square());
    }

    @Override
    public GradientPenalty gradientPenalty() {
        return gradientPenalty(penalty);
    }

    /** The provider of {@code wgan-gp}. */
    public static final class Factory implements PenaltyFactory {
        @Override
        public String name() {
            return "wgan-gp";
        }

        @Override
        public String summary() {
            return "The Wasserstein GAN with gradient penalty (Gulrajani et al. 2017).";
        }

        @Override
        public String title() {
            return "Wasserstein GAN with gradient penalty";
        }

        @Override
        public Objective create(ObjectiveSettings settings) {
            return new WganGp(settings.penalty());
        }

        @Override
        public ObjectiveCurves curves(ObjectiveSettings settings) {
            return Wasserstein.curves(
                    "It estimates the distance between the two sets of images from below, as far as the critic's gradient has a"
                            + " norm of 1, which the penalty asks for; the penalty itself is not in the curve.",
                    "gradient penalty");
        }
    }
}
