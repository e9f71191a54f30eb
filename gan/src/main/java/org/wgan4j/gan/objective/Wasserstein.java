package org.wgan4j.gan.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.recipe.ObjectiveCurves;

/**
 * An objective whose critic maximises E f(x) - E f(G(z)), by Kantorovich and Rubinstein a Wasserstein distance where f has slope 1 at most.
 * Implementations differ in how they bound the slope.
 *
 * <p>Implementations hold numbers only and are safe for use by several threads.
 */
public interface Wasserstein extends Objective {
    @Override
    default Tensor realLoss(Tensor realScores) {
        return realScores.mean().neg();
    }

    @Override
    default Tensor fakeLoss(Tensor fakeScores) {
        return fakeScores.mean();
    }

    @Override
    default Tensor generatorLoss(Tensor fakeScores) {
        return fakeScores.mean().neg();
    }

    @Override
    default boolean estimatesWasserstein() {
        return true;
    }

    /**
     * What the curves of such an objective mean.
     *
     * @param scale how the estimate relates to the distance, in a sentence
     * @param penalty the regularisation in the critic's loss, such as {@code gradient penalty}; empty for nothing
     */
    static ObjectiveCurves curves(String scale, String penalty) {
        String plus = penalty.isEmpty() ? "" : " + penalty";
        return new ObjectiveCurves(
                "critic",
                "mean score",
                "loss",
                List.of(
                        new ObjectiveCurves.TermCurve("wasserstein_estimate", "W estimate = real - generated"),
                        new ObjectiveCurves.TermCurve("critic_real", "on real images: E f(x)"),
                        new ObjectiveCurves.TermCurve("critic_fake", "on generated ones: E f(G(z))")),
                List.of(
                        new ObjectiveCurves.TermCurve("critic_loss", "critic: -W" + plus),
                        new ObjectiveCurves.TermCurve("generator_loss", "generator: -E f(G(z))")),
                List.of(ObjectiveCurves.Indicator.of("W estimate, E f(x) \u2212 E f(G(z))", "wasserstein_estimate")),
                List.of(
                        new ObjectiveCurves.Explanation(
                                "Which curve is the Wasserstein distance?",
                                "The W estimate: the critic's mean score on real images minus its mean score on generated ones,"
                                        + " E f(x) - E f(G(z)). " + scale),
                        new ObjectiveCurves.Explanation(
                                "Why is the critic's loss negative?",
                                "Both networks minimise. The critic is to make W large, so it minimises -W"
                                        + (penalty.isEmpty() ? "" : " plus the " + penalty)
                                        + ": a loss of -5 means that it scores real images about 5 higher than generated ones. The"
                                        + " generator's loss is -E f(G(z)). A score has no fixed zero: adding a constant to f changes"
                                        + " nothing that matters, so that the sign and level of the generator's loss, and of either score"
                                        + " alone, mean nothing."),
                        new ObjectiveCurves.Explanation(
                                "Should it reach 0?",
                                "W should fall and level off; it does not reach 0. It often rises at first, while the critic learns to tell"
                                        + " the two apart, and falls as the images get better. Even perfect images would leave a little,"
                                        + " as two batches of real images differ too. A W near 0 early on says that the critic has learnt"
                                        + " nothing yet, not that the images are good: look at both.")));
    }
}
