package org.wgan4j.gan.objective;

import org.bytedeco.pytorch.Scalar;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveSettings;

/**
 * The Wasserstein GAN with a one-sided gradient penalty (Petzka, Fischer and Lukovnikov 2018, "On the regularization of Wasserstein GANs"): the norm of the
 * critic's gradient between real and generated samples is held to 1 at most by max(0, |grad| - 1)^2. Immutable and safe for use by several threads; its tensors
 * belong to the caller's memory scope.
 *
 * @param penalty the weight, lambda in the paper, above 0
 */
public record WganLp(double penalty) implements PenalisedWasserstein {
    /** Refuses a weight that is not above 0. */
    public WganLp {
        gradientPenalty(penalty);
    }

    private static GradientPenalty gradientPenalty(double weight) {
        return new GradientPenalty(
                weight, norms -> norms.sub(new Scalar(1f)).relu().square());
    }

    @Override
    public GradientPenalty gradientPenalty() {
        return gradientPenalty(penalty);
    }

    /** The provider of {@code wgan-lp}. */
    public static final class Factory implements PenaltyFactory {
        @Override
        public String name() {
            return "wgan-lp";
        }

        @Override
        public String summary() {
            return "The Wasserstein GAN with one-sided gradient penalty (Petzka et al. 2018).";
        }

        @Override
        public String title() {
            return "Wasserstein GAN with one-sided gradient penalty";
        }

        @Override
        public Objective create(ObjectiveSettings settings) {
            return new WganLp(settings.penalty());
        }

        @Override
        public ObjectiveCurves curves(ObjectiveSettings settings) {
            return Wasserstein.curves(
                    "It estimates the distance between the two sets of images from below, as far as the critic's gradient has a"
                            + " norm of 1 at most, which the penalty asks for; the penalty itself is not in the curve.",
                    "gradient penalty");
        }
    }
}
