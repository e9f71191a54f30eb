package org.wgan4j.gan.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.objective.Objectives;
import org.wgan4j.gan.optimizer.Optimizer;
import org.wgan4j.gan.recipe.ClippedTensors;
import org.wgan4j.gan.recipe.EpsilonPlacement;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.recipe.OptimizerName;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.ThreadCount;

/**
 * A critic that is trained, without a generator, between two known distributions: new points of both at each step, with the loss of an
 * objective.
 *
 * <p>The critic has two hidden layers of 64 leaky rectifiers. The gradient penalty has the weight 10, clipping the bound {@link #CLIP}, and
 * Adam, whose rate falls to 0 over the second half, updates all of them; the same study gives the same critic.
 *
 * <p>Immutable; {@link #train} sets the number of threads of the process, so one thread at a time may call it.
 *
 * @param objective the name of the objective whose loss the critic minimises
 * @param pair of distributions
 * @param steps of the critic, at least 1
 * @param seed of the weights and the points
 */
public record CriticStudy(String objective, DensityPair pair, int steps, long seed) {
    /** The bound of the weights of a clipped critic: with that of the paper, 0.01, three such layers are nearly constant. */
    public static final double CLIP = 0.1;

    private static final double PENALTY = 10;
    private static final int BATCH = 256;
    private static final int WIDTH = 64;
    private static final double SLOPE = 0.2;
    private static final int ESTIMATES = 100;

    public CriticStudy {
        if (steps < 1 || steps > 1_000_000) {
            throw new IllegalArgumentException("a critic is trained for 1 to 1000000 steps, found " + steps);
        }
    }

    /** Trains the critic on one thread, which libtorch uses in the whole process meanwhile. */
    public StudiedCritic train() {
        return ThreadCount.during(1, runtime -> trainOnOneThread());
    }

    private StudiedCritic trainOnOneThread() {
        RandomStream random = RandomStream.root(seed).child("study");
        Critic critic = new Critic(Network.create(spec(), Compute.CPU, random.child("weights")));
        try (Optimizer optimizer =
                Optimizer.of(settings(), new LinkedHashMap<>(critic.network().trainable()))) {
            Objective objective = Objectives.create(objectiveSettings());
            objective.afterCriticStep(critic);
            List<StudiedCritic.StepEstimate> estimates = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                double estimate = step(critic, objective, optimizer, step, random.child(step));
                if (steps <= ESTIMATES || step % (steps / ESTIMATES) == 0) {
                    estimates.add(new StudiedCritic.StepEstimate(step, estimate));
                }
            }
            return new StudiedCritic(this, critic, estimates);
        } catch (RuntimeException e) {
            critic.close();
            throw e;
        }
    }

    private double step(Critic critic, Objective objective, Optimizer optimizer, int step, RandomStream random) {
        return NativeScope.get(() -> {
            Tensor real = pair.real(BATCH, random.child("real"));
            Tensor generated = pair.generated(BATCH, random.child("generated"));
            ForwardContext context = ForwardContext.training(Compute.CPU, random.child("pass"));
            Loss loss = objective.criticLoss(critic, real, generated, context);
            double estimate = loss.value("critic_real") - loss.value("critic_fake");
            optimizer.descend(loss.total(), settings().learningRate() * Math.min(1, 2.0 * (steps - step) / steps));
            objective.afterCriticStep(critic);
            return estimate;
        });
    }

    private NetworkSpec spec() {
        Init init = new Init.FanInUniform();
        List<Layer> layers = List.of(
                new Reshape(Shape.of(pair.dimension())),
                new Linear(WIDTH, true, init, init),
                new LeakyRelu(SLOPE),
                new Linear(WIDTH, true, init, init),
                new LeakyRelu(SLOPE),
                new Linear(1, true, init, init));
        return new NetworkSpec(Shape.of(pair.dimension(), 1, 1), layers);
    }

    private ObjectiveSettings objectiveSettings() {
        return Recipe.of(objective)
                .objective(o -> o.penalty(PENALTY).clip(CLIP).clipped(ClippedTensors.ALL))
                .objective();
    }

    /** Whether the critic's estimate is one of a Wasserstein distance. */
    boolean estimatesWasserstein() {
        ObjectiveSettings settings = objectiveSettings();
        return ObjectiveDescription.of(settings).estimatesWasserstein(settings);
    }

    private static OptimizerSettings settings() {
        return Recipe.gan()
                .criticOptimizer()
                .name(OptimizerName.ADAM)
                .learningRate(0.002)
                .beta1(0.5)
                .beta2(0.9)
                .rho(0.9)
                .epsilon(1e-8)
                .epsilonPlacement(EpsilonPlacement.OUTSIDE_ROOT)
                .decayFrom(1);
    }
}
