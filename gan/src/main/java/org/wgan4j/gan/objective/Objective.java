package org.wgan4j.gan.objective;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.torch.Compute;

/**
 * A GAN objective: the losses of generator and critic, the regularisation of the critic, and the change of its weights after each step.
 *
 * <p>Scores are {@code [n]}, images {@code [n, channels, height, width]}. Every loss is minimised. An implementation holds numbers only and is
 * safe for use by several threads; the tensors that it makes belong to the caller's memory scope, and it keeps none of those that it is given.
 * A recipe names it through its {@link ObjectiveFactory}.
 */
public interface Objective {
    /** What the critic minimises on the scores of real images. */
    Tensor realLoss(Tensor realScores);

    /** What the critic minimises on the scores of fake images. */
    Tensor fakeLoss(Tensor fakeScores);

    /** What the generator minimises on the scores of its images. */
    Tensor generatorLoss(Tensor fakeScores);

    /** The weighted regularisation of the critic on a batch with its logged terms, or none. */
    default Optional<Loss> regularisation(Critic critic, Tensor real, Tensor fake, ForwardContext context) {
        return Optional.empty();
    }

    /** Changes the critic's weights in place after each of its steps: WGAN clips them. */
    default void afterCriticStep(Critic critic) {}

    /** Whether E f(x) - E f(G(z)) estimates a Wasserstein distance, up to the critic's Lipschitz constant. */
    default boolean estimatesWasserstein() {
        return false;
    }

    /** The number of passes through the critic in one critic step. */
    default CriticPasses passes() {
        return CriticPasses.PLAIN;
    }

    /**
     * Checks, before the first step, whether the critic suits the objective. Called inside a memory scope.
     *
     * @return warnings, in sentences
     * @throws ActionableException if it would train without an error and yet be wrong
     */
    default List<String> check(Critic critic, Compute compute) {
        List<Layer> layers = critic.network().spec().layers();
        Layer head = layers.get(layers.size() - 1);
        if (head instanceof OutputActivation) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The critic ends in a %s, but every objective here works on unbounded scores (the GAN on logits): leave that layer out.",
                    head.description()));
        }
        return List.of();
    }

    /** The critic's whole loss on a batch of real and one of fake images, which must carry no graph of the generator. */
    default Loss criticLoss(Critic critic, Tensor real, Tensor fake, ForwardContext context) {
        Tensor realScores = critic.score(real, context.with(context.random().child("real")));
        Tensor fakeScores = critic.score(fake, context.with(context.random().child("fake")));
        return criticLoss(critic, real, fake, realScores, fakeScores, context);
    }

    /** The same with known scores. */
    default Loss criticLoss(
            Critic critic, Tensor real, Tensor fake, Tensor realScores, Tensor fakeScores, ForwardContext context) {
        Tensor adversarial = realLoss(realScores).add(fakeLoss(fakeScores));
        Optional<Loss> regularisation = regularisation(critic, real, fake, regularisationContext(context));
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

    /** The context in which {@link #criticLoss} computes the regularisation, with a random stream of its own. */
    static ForwardContext regularisationContext(ForwardContext context) {
        return context.with(context.random().child("penalty"));
    }

    /** The generator's loss on its images. */
    default Loss generatorLoss(Critic critic, Tensor fake, ForwardContext context) {
        Tensor loss = generatorLoss(critic.score(fake, context));
        return new Loss(loss, Map.of("generator_loss", loss));
    }
}
