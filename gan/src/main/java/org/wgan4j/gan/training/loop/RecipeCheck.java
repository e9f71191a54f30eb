package org.wgan4j.gan.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.network.ForwardContext;
import org.wgan4j.gan.network.Layer;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.OutputActivation;
import org.wgan4j.gan.network.Parameter;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

/**
 * The check before step 1: what would train without an error and yet be wrong is refused with the reason, and what is merely doubtful is
 * noted.
 */
final class RecipeCheck {
    private static final int IMAGES = 4;

    private RecipeCheck() {}

    /** Looks at the players of a run that has not begun; returns what a person should know. */
    static List<String> check(TrainingState players) {
        List<String> notes = new ArrayList<>();
        refuseSquashedScores(players.critic().network().blueprint());
        if (players.objective() instanceof Objective.WganGp) {
            refuseBatchNormUnderPenalty(players.critic().network().blueprint());
            NativeScope.run(() -> refuseDeadPenalty(players));
        }
        if (players.objective() instanceof Objective.Wgan wgan) {
            noteUnclipped(players.critic().network(), wgan, notes);
        }
        noteForeignReach(players, notes);
        return notes;
    }

    private static void refuseSquashedScores(NetworkSpec critic) {
        Layer head = critic.layers().get(critic.layers().size() - 1);
        if (head instanceof OutputActivation) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The critic ends in a %s, but every objective here works on unbounded scores (the GAN on logits): leave that layer out.",
                    head.description()));
        }
    }

    private static void refuseBatchNormUnderPenalty(NetworkSpec critic) {
        if (critic.hasBatchNorm()) {
            throw new ActionableException(
                    "The critic has batch norm, and under a gradient penalty each image needs a gradient of its own, which batch norm mixes"
                            + " (Gulrajani et al. 2017, section 4): set network.criticBatchNorm to false, or objective.name to wgan or gan.");
        }
    }

    /** The penalty must teach every kernel and matrix of the critic: a detached gradient would leave them alone in silence. */
    private static void refuseDeadPenalty(TrainingState players) {
        Network critic = players.critic().network();
        RandomStream random = RandomStream.root(0).child("preflight");
        long[] shape = critic.blueprint().input().batched(IMAGES);
        Tensor real = random.child("real").uniform(players.compute(), shape);
        Tensor fake = random.child("fake").uniform(players.compute(), shape);
        ForwardContext pass = ForwardContext.training(players.compute(), random).with(ForwardContext.Statistics.BATCH);
        Loss penalty = players.objective()
                .regularisation(players.critic(), real, fake, pass)
                .orElseThrow();
        Map<String, Tensor> weights =
                critic.withRole(role -> role == Parameter.Role.CONVOLUTION_KERNEL || role == Parameter.Role.MATRIX);
        TensorVector gradients = Tensors.gradients(
                penalty.total(), new TensorVector(weights.values().toArray(new Tensor[0])), false, false);
        long i = 0;
        for (String name : weights.keySet()) {
            Tensor gradient = gradients.get(i++);
            if (!gradient.defined() || gradient.norm().item_double() == 0) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "The gradient penalty does not reach the critic's tensor %s (%s), so it would hold nothing: check the critic's layers.",
                        name,
                        critic.blueprint()
                                .rows()
                                .get(Integer.parseInt(name.split("\\.", 2)[0]))
                                .layer()
                                .description()));
            }
        }
    }

    private static void noteUnclipped(Network critic, Objective.Wgan wgan, List<String> notes) {
        Set<String> unclipped = new TreeSet<>(critic.trainable().keySet());
        unclipped.removeAll(critic.withRole(wgan.clipped()::contains).keySet());
        if (!unclipped.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Not clipped are the critic's tensors %s: clipping the rest bounds no Lipschitz constant, so the estimate has no scale (objective.clipped: all clips every one).",
                    String.join(", ", unclipped)));
        }
    }

    private static void noteForeignReach(TrainingState players, List<String> notes) {
        Set<String> foreign =
                new TreeSet<>(players.generatorOptimizer().parameters().keySet());
        foreign.removeAll(players.generator().network().trainable().keySet());
        if (!foreign.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The generator's optimiser also updates %s, as the text does that this schedule reproduces (objective.schedule: alternating does not).",
                    String.join(", ", foreign)));
        }
    }
}
