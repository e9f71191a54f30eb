package org.wgan4j.gan.objective;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.ForwardContext;
import org.wgan4j.gan.network.Parameter;
import org.wgan4j.gan.torch.Tensors;

/**
 * The game the two networks play: all that differs between GAN, WGAN and WGAN-GP stands in this one file.
 *
 * <p>Scores are {@code [n]}, images {@code [n, channels, height, width]}. Every loss is minimised.
 */
public sealed interface Objective {
    /** What the critic minimises on the scores of real images. */
    Tensor realLoss(Tensor realScores);

    /** What the critic minimises on the scores of fake images. */
    Tensor fakeLoss(Tensor fakeScores);

    /** What the generator minimises on the scores of its images. */
    Tensor generatorLoss(Tensor fakeScores);

    /** What the critic minimises besides, from the images; nothing for most games. */
    default Optional<Loss> regularisation(Critic critic, Tensor real, Tensor fake, ForwardContext pass) {
        return Optional.empty();
    }

    /** What happens to the critic's weights after each of its steps; WGAN clips here. */
    default void afterCriticStep(Critic critic) {}

    /** Whether E f(x) - E f(G(z)) estimates a Wasserstein distance, up to the critic's Lipschitz constant. */
    boolean estimatesWasserstein();

    /** The critic's whole loss on a batch of real and one of fake images, which must carry no graph of the generator. */
    default Loss criticLoss(Critic critic, Tensor real, Tensor fake, ForwardContext pass) {
        Tensor realScores = critic.score(real, pass.with(pass.random().child("real")));
        Tensor fakeScores = critic.score(fake, pass.with(pass.random().child("fake")));
        return criticLoss(critic, real, fake, realScores, fakeScores, pass);
    }

    /** The same where the scores are known. */
    default Loss criticLoss(
            Critic critic, Tensor real, Tensor fake, Tensor realScores, Tensor fakeScores, ForwardContext pass) {
        Tensor adversarial = realLoss(realScores).add(fakeLoss(fakeScores));
        Optional<Loss> regularisation = regularisation(critic, real, fake, regularisationPass(pass));
        Tensor total = regularisation.map(r -> adversarial.add(r.total())).orElse(adversarial);
        Map<String, Tensor> terms = new LinkedHashMap<>();
        terms.put("critic_loss", total);
        terms.put("critic_real", realScores.mean());
        terms.put("critic_fake", fakeScores.mean());
        if (estimatesWasserstein()) {
            terms.put("wasserstein_estimate", realScores.mean().sub(fakeScores.mean()));
        }
        regularisation.ifPresent(r -> terms.putAll(r.terms()));
        return new Loss(total, terms);
    }

    /** The pass that {@link #criticLoss} regularises with: of random numbers of its own. */
    static ForwardContext regularisationPass(ForwardContext pass) {
        return pass.with(pass.random().child("penalty"));
    }

    /** The generator's loss on its images. */
    default Loss generatorLoss(Critic critic, Tensor fake, ForwardContext pass) {
        Tensor loss = generatorLoss(critic.score(fake, pass));
        return new Loss(loss, Map.of("generator_loss", loss));
    }

    /**
     * The original game in its non-saturating form (Goodfellow et al. 2014): cross entropy on logits, written with softplus so that it is
     * exact for large scores.
     */
    record Gan() implements Objective {
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

        @Override
        public boolean estimatesWasserstein() {
            return false;
        }
    }

    /**
     * The games whose critic maximises E f(x) - E f(G(z)), by Kantorovich and Rubinstein a Wasserstein distance where f has slope 1 at most. They
     * differ in how they hold the slope.
     */
    sealed interface Wasserstein extends Objective {
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
    }

    /**
     * The Wasserstein game with clipped weights (Arjovsky, Chintala, Bottou 2017, Algorithm 1).
     *
     * @param clip the bound of each clipped weight, above 0
     * @param clipped the roles of the tensors that are clipped
     */
    record Wgan(double clip, Set<Parameter.Role> clipped) implements Wasserstein {
        public Wgan {
            clipped = Set.copyOf(clipped);
            if (!(clip > 0) || clipped.isEmpty()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "clipping needs a bound above 0 and tensors to clip, found %s and %s",
                        clip,
                        clipped));
            }
        }

        @Override
        public void afterCriticStep(Critic critic) {
            Tensors.withoutGradients(() -> critic.network()
                    .withRole(clipped::contains)
                    .values()
                    .forEach(weight -> Tensors.clampInPlace(weight, clip)));
        }
    }

    /**
     * The Wasserstein game with a gradient penalty (Gulrajani et al. 2017, Algorithm 1): between each real image and a fake one a point is
     * drawn uniformly, and the critic's gradient norm there, over all pixels, is held to 1.
     *
     * @param penalty the weight, lambda in the paper, above 0
     */
    record WganGp(double penalty) implements Wasserstein {
        /** Under the root, so that the norm has a gradient where the critic is flat. */
        static final double NORM_EPSILON = 1e-12;

        public WganGp {
            if (!(penalty > 0)) {
                throw new IllegalArgumentException("the weight of the gradient penalty is above 0, found " + penalty);
            }
        }

        @Override
        public Optional<Loss> regularisation(Critic critic, Tensor real, Tensor fake, ForwardContext pass) {
            Tensor between = torch.lerp(real, fake.detach(), mixing(real.size(0), pass));
            Tensor norms = norms(critic.inputGradient(between, pass));
            Tensor mean = norms.sub(new Scalar(1f)).square().mean();
            Map<String, Tensor> terms = new LinkedHashMap<>();
            terms.put("gradient_penalty", mean);
            terms.put("gradient_norm_mean", norms.mean());
            terms.put("gradient_norm_max", norms.max());
            return Optional.of(new Loss(mean.mul(new Scalar((float) penalty)), terms));
        }

        /** How far from each real image to its fake {@link #regularisation} of the same pass goes: {@code [n, 1, 1, 1]}, in [0, 1). */
        public static Tensor mixing(long n, ForwardContext pass) {
            return pass.random().child("mixing").uniform(pass.compute(), n, 1, 1, 1);
        }

        private static Tensor norms(Tensor gradients) {
            return gradients
                    .reshape(gradients.size(0), -1)
                    .square()
                    .sum(1)
                    .add(new Scalar(NORM_EPSILON))
                    .sqrt();
        }
    }
}
