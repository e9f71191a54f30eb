package org.wgan4j.gan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.PixelShuffle;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.TransposedConvolution;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.OutputKind;
import org.wgan4j.gan.recipe.PaddingStyle;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** The critic's input gradient without double backward equals autograd's, in value and in the gradients of a penalty on it. */
class InputGradientTest {
    private static final RandomStream RANDOM = RandomStream.root(7);

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    static List<Critic> critics() {
        List<Critic> critics = new ArrayList<>();
        for (String kind : Architectures.installed().names()) {
            for (PaddingStyle padding : PaddingStyle.values()) {
                for (double dropout : new double[] {0, 0.3}) {
                    NetworkSettings settings = Recipe.gan()
                            .network()
                            .generator("tutorial")
                            .critic(kind)
                            .latentSize(8)
                            .padding(padding)
                            .generatorBatchNorm(true)
                            .criticBatchNorm(false)
                            .criticDropout(dropout)
                            .hiddenUnits(16)
                            .hiddenLayers(2)
                            .output(OutputKind.TANH);
                    critics.add(critic(Architectures.critic(settings, new ImageShape(1, 28, 20))));
                }
            }
        }
        Init init = new Init.FanInUniform();
        critics.add(critic(new NetworkSpec(
                Shape.of(4, 3, 3),
                List.of(
                        new TransposedConvolution(8, 4, 2, new Padding.Same(), true, init, init),
                        new LeakyRelu(0),
                        new PixelShuffle(2),
                        new Reshape(Shape.of(288)),
                        new Linear(5, true, init, init),
                        new LeakyRelu(0.2),
                        new Linear(1, false, init, init)))));
        return critics;
    }

    private static Critic critic(NetworkSpec spec) {
        return new Critic(Network.create(spec, Compute.CPU, RANDOM.child("weights")));
    }

    @ParameterizedTest
    @MethodSource("critics")
    void fastFormEqualsDoubleBackwardInValueAndInWeightGradients(Critic critic) {
        NativeScope.run(() -> {
            Tensor x = RANDOM.child("x")
                    .normal(Compute.CPU, critic.network().spec().input().batched(6));
            ForwardContext context = ForwardContext.training(Compute.CPU, RANDOM.child("pass"));
            Tensor fast = critic.inputGradient(x, context);
            Tensor slow = critic.inputGradientByAutograd(x, context);
            assertThat(relativeDifference(fast, slow)).isLessThan(1e-5);

            TensorVector weights =
                    new TensorVector(critic.network().trainable().values().toArray(new Tensor[0]));
            TensorVector ofFast = Tensors.gradients(penalty(fast), weights, false, false);
            TensorVector ofSlow = Tensors.gradients(penalty(slow), weights, false, false);
            for (long i = 0; i < weights.size(); i++) {
                boolean isBias = weights.get(i).dim() == 1;
                if (isBias) {
                    assertThat(ofFast.get(i).defined())
                            .as("a bias only shifts the kinks")
                            .isFalse();
                } else {
                    assertThat(relativeDifference(ofFast.get(i), ofSlow.get(i))).isLessThan(2e-5);
                }
            }
        });
        critic.close();
    }

    @Test
    void inputGradientEqualsFiniteDifferences() {
        NetworkSettings settings = Recipe.gan()
                .network()
                .generator("tutorial")
                .critic("compact")
                .latentSize(8)
                .padding(PaddingStyle.SYMMETRIC)
                .generatorBatchNorm(true)
                .criticBatchNorm(false)
                .criticDropout(0)
                .hiddenUnits(16)
                .hiddenLayers(2)
                .output(OutputKind.TANH);
        try (Critic critic = critic(Architectures.critic(settings, new ImageShape(1, 8, 8)))) {
            NativeScope.run(() -> {
                ForwardContext context = ForwardContext.inference(Compute.CPU);
                float[] point = Tensors.toArray(RANDOM.child("point").normal(Compute.CPU, 1, 1, 8, 8));
                float[] gradient = Tensors.toArray(critic.inputGradient(Tensors.of(point, 1, 1, 8, 8), context));
                float step = 1e-2f;
                for (int i = 0; i < point.length; i++) {
                    double difference =
                            (scoreAt(critic, context, point, i, step) - scoreAt(critic, context, point, i, -step))
                                    / (2.0 * step);
                    assertThat(difference).isCloseTo(gradient[i], within(2e-3));
                }
            });
        }
    }

    private static double scoreAt(Critic critic, ForwardContext context, float[] point, int i, float step) {
        float[] moved = point.clone();
        moved[i] += step;
        return critic.score(Tensors.of(moved, 1, 1, 8, 8), context).item_double();
    }

    @Test
    void criticWithBatchNormFallsBackToAutograd() {
        NetworkSettings settings = Recipe.gan()
                .network()
                .generator("digit")
                .critic("digit")
                .latentSize(8)
                .padding(PaddingStyle.SAME)
                .generatorBatchNorm(true)
                .criticBatchNorm(true)
                .criticDropout(0)
                .hiddenUnits(16)
                .hiddenLayers(2)
                .output(OutputKind.TANH);
        try (Critic critic = critic(Architectures.critic(settings, new ImageShape(1, 8, 8)))) {
            NativeScope.run(() -> {
                Tensor x = RANDOM.normal(Compute.CPU, 3, 1, 8, 8);
                Tensor gradient = critic.inputGradient(x, ForwardContext.training(Compute.CPU, RANDOM));
                assertThat(Tensors.shape(gradient)).containsExactly(3, 1, 8, 8);
                assertThat(gradient.requires_grad()).isTrue();
            });
        }
    }

    private static Tensor penalty(Tensor gradient) {
        return gradient.reshape(gradient.size(0), -1).norm().square();
    }

    private static double relativeDifference(Tensor a, Tensor b) {
        return a.sub(b).norm().item_double() / Math.max(b.norm().item_double(), 1e-12);
    }
}
