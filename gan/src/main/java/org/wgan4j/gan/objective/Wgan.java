package org.wgan4j.gan.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.recipe.ClippedTensors;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.Tensors;

/**
 * The Wasserstein GAN with clipped weights (Arjovsky, Chintala, Bottou 2017, Algorithm 1). Immutable and safe for use by several threads
 * on different critics; clipping changes the critic's weights in place.
 *
 * @param clip the bound of each clipped weight, above 0
 * @param clipped the roles of the tensors that are clipped, at least one
 */
public record Wgan(double clip, Set<Parameter.Role> clipped) implements Wasserstein {
    /** Copies the set; refuses a bound that is not above 0 and an empty set. */
    public Wgan {
        clipped = Set.copyOf(clipped);
        if (!(clip > 0) || clipped.isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "clipping needs a bound above 0 and tensors to clip, found %s and %s", clip, clipped));
        }
    }

    @Override
    public void afterCriticStep(Critic critic) {
        Tensors.withoutGradients(() -> critic.network()
                .withRole(clipped::contains)
                .values()
                .forEach(weight -> Tensors.clampInPlace(weight, clip)));
    }

    @Override
    public List<String> check(Critic critic, Compute compute) {
        List<String> notes = new ArrayList<>(Wasserstein.super.check(critic, compute));
        Network network = critic.network();
        Set<String> unclipped = new TreeSet<>(network.trainable().keySet());
        unclipped.removeAll(network.withRole(clipped::contains).keySet());
        if (!unclipped.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Not clipped are the critic's tensors %s: clipping the rest bounds no Lipschitz constant, so the estimate has no scale (objective.clipped: all clips every one).",
                    String.join(", ", unclipped)));
        }
        return notes;
    }

    /** The provider of {@code wgan}. */
    public static final class Factory implements ObjectiveFactory {
        @Override
        public String name() {
            return "wgan";
        }

        @Override
        public String summary() {
            return "The Wasserstein GAN with weight clipping (Arjovsky et al. 2017).";
        }

        @Override
        public String title() {
            return "Wasserstein GAN with clipped weights";
        }

        /** As in the paper's Algorithm 1; rho and epsilon as in its published code. */
        @Override
        public String defaults() {
            return """
                    objective: {criticSteps: 5, clip: 0.01}
                    generatorOptimizer: {name: rmsprop, learningRate: 5e-5, rho: 0.99, epsilon: 1e-8, epsilonPlacement: outside-root}
                    criticOptimizer: {name: rmsprop, learningRate: 5e-5, rho: 0.99, epsilon: 1e-8, epsilonPlacement: outside-root}
                    """;
        }

        @Override
        public Set<String> settings() {
            return Set.of("clip", "clipped");
        }

        @Override
        public Objective create(ObjectiveSettings settings) {
            return new Wgan(
                    settings.clip(),
                    settings.clipped() == ClippedTensors.ALL
                            ? Parameter.Role.allTrainable()
                            : Set.of(Parameter.Role.CONVOLUTION_KERNEL));
        }

        @Override
        public ObjectiveCurves curves(ObjectiveSettings settings) {
            return Wasserstein.curves(
                    settings.clipped() == ClippedTensors.ALL
                            ? "Clipping bounds the critic's slope, but by an unknown number: the curve is a multiple of a"
                                    + " distance. Compare it with itself, not with that of another critic or another clip."
                            : "Here only the kernels of convolutions are clipped, which bounds no slope: strictly, the curve is a gap"
                                    + " between scores and no distance.",
                    "");
        }
    }
}
