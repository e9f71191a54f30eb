package org.wgan4j.gan.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.KerasReference;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Parameter;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** The games' losses: closed forms, Keras's values, finite differences. */
class ObjectiveTest {
    private static final RandomStream RANDOM = RandomStream.root(11);
    private static final ForwardContext PASS = ForwardContext.training(Compute.CPU, RANDOM.child("pass"));

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    @Test
    void ganLossesEqualKerasCrossEntropyOnLogits() {
        NativeScope.run(() -> {
            Objective gan = new Gan();
            Tensor real = KerasReference.tensor("gan.real");
            Tensor fake = KerasReference.tensor("gan.fake");
            float[] expected = KerasReference.values("gan.losses");
            assertThat(gan.realLoss(real).add(gan.fakeLoss(fake)).item_float()).isCloseTo(expected[0], within(1e-5f));
            assertThat(gan.generatorLoss(fake).item_float()).isCloseTo(expected[1], within(1e-5f));
        });
    }

    @Test
    void ganLossesStayFiniteForHugeScores() {
        NativeScope.run(() -> {
            Tensor huge = Tensors.of(new float[] {1e4f, -1e4f}, 2);
            assertThat(new Gan().realLoss(huge).item_double()).isCloseTo(5e3, within(1e-3));
        });
    }

    @Test
    void penaltyOfALinearCriticIsTheSquaredDistanceOfItsNormFromOne() {
        try (Critic critic = linearCritic()) {
            NativeScope.run(() -> {
                double norm = critic.network().tensor("1.weight").norm().item_double();
                Loss loss = new WganGp(10).criticLoss(critic, images("real", 5, 4), images("fake", 5, 4), PASS);
                assertThat(loss.value("gradient_norm_mean")).isCloseTo(norm, within(1e-5));
                assertThat(loss.value("gradient_penalty")).isCloseTo((norm - 1) * (norm - 1), within(1e-5));
                double estimate = loss.value("wasserstein_estimate");
                assertThat(loss.total().item_double())
                        .isCloseTo(-estimate + 10 * (norm - 1) * (norm - 1), within(1e-4));
            });
        }
    }

    @Test
    void penaltyIsTakenBetweenRealAndFakeWithOneMixingWeightAnImage() {
        // The critic's slope depends on the sign of x alone, so the norm tells on which side of 0 each interpolate
        // fell.
        Init one = new Init.Constant(1);
        NetworkSpec absolute = new NetworkSpec(
                Shape.of(1, 1, 1),
                List.of(new Reshape(Shape.of(1)), new Linear(1, false, one, one), new LeakyRelu(0.5)));
        try (Critic critic = new Critic(Network.create(absolute, Compute.CPU, RANDOM))) {
            NativeScope.run(() -> {
                int n = 20_000;
                Tensor real = torch.full(new long[] {n, 1, 1, 1}, new Scalar(3f));
                Tensor fake = torch.full(new long[] {n, 1, 1, 1}, new Scalar(-1f));
                Loss loss = new WganGp(1).criticLoss(critic, real, fake, PASS);
                // From 3 to -1, three quarters of the way is positive (slope 1), one quarter negative (slope 1/2).
                assertThat(loss.value("gradient_norm_mean")).isCloseTo(0.75 + 0.25 * 0.5, within(0.01));
                assertThat(loss.value("gradient_norm_max")).isCloseTo(1, within(1e-5));
            });
        }
    }

    @Test
    void penaltyGradientEqualsFiniteDifferences() {
        Init init = new Init.FanInUniform();
        NetworkSpec spec = new NetworkSpec(
                Shape.of(1, 3, 3),
                List.of(
                        new Reshape(Shape.of(9)),
                        new Linear(7, true, init, init),
                        new LeakyRelu(0.2),
                        new Linear(1, true, init, init)));
        try (Critic critic = new Critic(Network.create(spec, Compute.CPU, RANDOM.child("small")))) {
            NativeScope.run(() -> {
                Objective objective = new WganGp(10);
                Tensor weight = critic.network().tensor("1.weight");
                Tensor real = images("real", 8, 3);
                Tensor fake = images("fake", 8, 3);
                Tensor gradient = Tensors.gradients(
                                penalty(objective, critic, real, fake), new TensorVector(weight), false, false)
                        .get(0);
                float[] analytic = Tensors.toArray(gradient);
                float[] values = Tensors.toArray(weight);
                float step = 1e-3f;
                for (int i = 0; i < values.length; i++) {
                    double up = penaltyAt(objective, critic, real, fake, weight, values, i, step);
                    double down = penaltyAt(objective, critic, real, fake, weight, values, i, -step);
                    assertThat((up - down) / (2 * step)).as("weight %d", i).isCloseTo(analytic[i], within(2e-2));
                }
            });
        }
    }

    private static double penaltyAt(
            Objective objective,
            Critic critic,
            Tensor real,
            Tensor fake,
            Tensor weight,
            float[] values,
            int i,
            float step) {
        float[] moved = values.clone();
        moved[i] += step;
        Tensors.withoutGradients(() -> weight.copy_(Tensors.of(moved, Tensors.shape(weight))));
        double penalty = penalty(objective, critic, real, fake).item_double();
        Tensors.withoutGradients(() -> weight.copy_(Tensors.of(values, Tensors.shape(weight))));
        return penalty;
    }

    private static Tensor penalty(Objective objective, Critic critic, Tensor real, Tensor fake) {
        return objective.regularisation(critic, real, fake, PASS).orElseThrow().total();
    }

    @Test
    void clippingBoundsTheChosenTensorsAndLeavesTheOthersAlone() {
        try (Critic critic = linearCritic()) {
            NativeScope.run(() -> {
                float[] biasBefore = Tensors.toArray(critic.network().tensor("1.bias"));
                new Wgan(0.01, Set.of(Parameter.Role.MATRIX)).afterCriticStep(critic);
                assertThat(critic.network().tensor("1.weight").abs().max().item_double())
                        .isCloseTo(0.01, within(1e-8));
                assertThat(Tensors.toArray(critic.network().tensor("1.bias"))).isEqualTo(biasBefore);
            });
        }
    }

    @Test
    void onlyTheWassersteinGamesLogAWassersteinEstimate() {
        try (Critic critic = linearCritic()) {
            NativeScope.run(() -> {
                for (Objective objective :
                        List.of(new Gan(), new Wgan(1, Parameter.Role.allTrainable()), new WganGp(10))) {
                    Loss loss = objective.criticLoss(critic, images("real", 3, 4), images("fake", 3, 4), PASS);
                    assertThat(loss.terms().containsKey("wasserstein_estimate"))
                            .isEqualTo(objective.estimatesWasserstein());
                }
            });
        }
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new WganGp(0)).hasMessageContaining("above 0, found 0");
        assertThatThrownBy(() -> new Wgan(-1, Set.of(Parameter.Role.BIAS))).hasMessageContaining("-1");
    }

    private static Critic linearCritic() {
        Init init = new Init.Normal(0.5);
        NetworkSpec spec =
                new NetworkSpec(Shape.of(1, 4, 4), List.of(new Reshape(Shape.of(16)), new Linear(1, true, init, init)));
        return new Critic(Network.create(spec, Compute.CPU, RANDOM.child("critic")));
    }

    private static Tensor images(String name, int n, int side) {
        return RANDOM.child(name).normal(Compute.CPU, n, 1, side, side);
    }
}
