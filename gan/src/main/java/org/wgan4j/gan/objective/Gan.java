package org.wgan4j.gan.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveSettings;

/**
 * The original GAN in its non-saturating form (Goodfellow et al. 2014): cross entropy on logits, written with softplus so that it is exact for
 * large scores. Immutable and safe for use by several threads; its tensors belong to the caller's memory scope.
 */
public record Gan() implements Objective {
    @Override
    public Tensor realLoss(Tensor realScores) {
        return torch.softplus(realScores.neg()).mean();
    }

    @Override
    public Tensor fakeLoss(Tensor fakeScores) {
        return torch.softplus(fakeScores).mean();
    }

    @Override
    public Tensor generatorLoss(Tensor fakeScores) {
        return torch.softplus(fakeScores.neg()).mean();
    }

    /** The provider of {@code gan}. */
    public static final class Factory implements ObjectiveFactory {
        private static final double LN2 = Math.log(2);

        @Override
        public String name() {
            return "gan";
        }

        @Override
        public String summary() {
            return "The non-saturating GAN: binary cross-entropy on logits (Goodfellow et al. 2014).";
        }

        @Override
        public String title() {
            return "GAN";
        }

        /** As Radford, Metz and Chintala 2016, whose DCGAN made these numbers usual. */
        @Override
        public String defaults() {
            return """
                    objective: {criticSteps: 1}
                    generatorOptimizer: {name: adam, learningRate: 0.0002, beta1: 0.5, beta2: 0.999, epsilon: 1e-8, epsilonPlacement: outside-root}
                    criticOptimizer: {name: adam, learningRate: 0.0002, beta1: 0.5, beta2: 0.999, epsilon: 1e-8, epsilonPlacement: outside-root}
                    """;
        }

        @Override
        public Objective create(ObjectiveSettings settings) {
            return new Gan();
        }

        @Override
        public ObjectiveCurves curves(ObjectiveSettings settings) {
            return new ObjectiveCurves(
                    "discriminator",
                    "mean score (logit)",
                    "loss (nats)",
                    List.of(
                            new ObjectiveCurves.TermCurve("critic_real", "on real images: E D(x)"),
                            new ObjectiveCurves.TermCurve("critic_fake", "on generated ones: E D(G(z))")),
                    List.of(
                            new ObjectiveCurves.TermCurve(
                                    "critic_loss", "discriminator: cross entropy, real + generated"),
                            new ObjectiveCurves.TermCurve(
                                    "generator_loss", "generator: cross entropy, taken for real")),
                    indicators(),
                    explanations());
        }

        /**
         * A bound of the Jensen-Shannon divergence, ln 2 - L/2 with L the discriminator's cross entropy (Arjovsky, Chintala and Bottou 2017,
         * section 4.2), and the generator's loss.
         */
        private static List<ObjectiveCurves.Indicator> indicators() {
            return List.of(
                    new ObjectiveCurves.Indicator(
                            "JS bound, ln 2 \u2212 L/2 (nats)",
                            terms -> LN2 - terms.getOrDefault("critic_loss", Double.NaN) / 2),
                    ObjectiveCurves.Indicator.of("generator's loss (nats)", "generator_loss"));
        }

        private static List<ObjectiveCurves.Explanation> explanations() {
            return List.of(
                    new ObjectiveCurves.Explanation(
                            "Which curve is the Wasserstein distance?",
                            "None. This is the original GAN, whose discriminator (called critic in files and settings) classifies: its"
                                    + " score is a logit, above 0 for \"real\" and below 0 for \"generated\". The gap between the two"
                                    + " scores says how sure it is, and is no distance."),
                    new ObjectiveCurves.Explanation(
                            "What do the losses say?",
                            "Both are cross entropies in nats, so neither is negative. A discriminator that cannot tell the two apart has"
                                    + " a loss of 2 ln 2 = 1.386, and leaves the generator one of ln 2 = 0.693. A discriminator's loss"
                                    + " near 0 beside a generator's that keeps rising says that the discriminator wins and the generator"
                                    + " learns little."),
                    new ObjectiveCurves.Explanation(
                            "Should they reach 0?",
                            "No. The two losses pull against each other, and neither measures how good the images are: a run can get"
                                    + " better or collapse while both stay level. Judge by the grids."));
        }
    }
}
