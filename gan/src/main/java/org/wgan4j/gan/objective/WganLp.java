package org.wgan4j.gan.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.recipe.Schedule;
import org.wgan4j.gan.torch.Compute;

/**
 * The Wasserstein GAN with a one-sided gradient penalty (Petzka, Fischer and Lukovnikov 2018, "On the regularization of Wasserstein GANs"): the norm of the
 * critic's gradient between real and generated samples is held to 1 at most by max(0, |grad| - 1)^2. Immutable and safe for use by several threads; its tensors
 * belong to the caller's memory scope.
 *
 * @param penalty the weight, lambda in the paper, above 0
 */
public record WganLp(double penalty) implements Wasserstein {
    /** Refuses a weight that is not above 0. */
    public WganLp {
        gradientPenalty(penalty);
    }

    private static GradientPenalty gradientPenalty(double weight) {
        return new GradientPenalty(
                weight, norms -> norms.sub(new Scalar(1f)).relu().square());
    }

    @Override
    public Optional<Loss> regularisation(Critic critic, Tensor real, Tensor fake, ForwardContext context) {
        return Optional.of(gradientPenalty(penalty).loss(critic, real, fake, context));
    }

    @Override
    public CriticPasses passes() {
        return new CriticPasses(2, 1);
    }

    @Override
    public List<String> check(Critic critic, Compute compute) {
        List<String> notes = new ArrayList<>(Wasserstein.super.check(critic, compute));
        gradientPenalty(penalty).check(critic, compute);
        return notes;
    }

    /** The provider of {@code wgan-lp}. */
    public static final class Factory implements ObjectiveFactory {
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

        /** Those of WGAN-GP, so that the two differ in the penalty alone. */
        @Override
        public String defaults() {
            return """
                    objective: {criticSteps: 5, penalty: 10}
                    generatorOptimizer: {name: adam, learningRate: 0.0001, beta1: 0, beta2: 0.9, epsilon: 1e-8, epsilonPlacement: outside-root}
                    criticOptimizer: {name: adam, learningRate: 0.0001, beta1: 0, beta2: 0.9, epsilon: 1e-8, epsilonPlacement: outside-root}
                    """;
        }

        @Override
        public Set<String> settings() {
            return Set.of("penalty");
        }

        @Override
        public Optional<String> refusal(Schedule schedule) {
            return schedule == Schedule.SPLIT ? Optional.of(GradientPenalty.NEEDS_BOTH) : Optional.empty();
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
