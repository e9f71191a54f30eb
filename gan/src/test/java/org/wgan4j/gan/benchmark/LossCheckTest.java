package org.wgan4j.gan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.TinyRecipe;

/** From the file alone the losses are computed again: by forward passes, autograd's input gradient and arithmetic in double. */
class LossCheckTest {
    private static final ImageShape DIGITS = new ImageShape(1, 28, 28);
    private static final ForwardContext PLAIN =
            new ForwardContext(Compute.CPU, ForwardContext.Statistics.BATCH, false, RandomStream.root(0));

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    @ParameterizedTest
    @CsvSource({"wgan-gp, off", "wgan-gp, auto", "quick, off", "tutorial-wgan-gp, off"})
    void thePenalisedLossesFollowFromTheFile(String name, String tuning) {
        Recipe recipe = TinyRecipe.of(name, "runtime.tuning=" + tuning);
        Path file = folder.resolve("check.npz");
        LossCheck check = LossCheck.write(recipe, file);
        Recomputed again = Recomputed.of(recipe, NpzFile.read(file));
        assertThat(check.gradientPenalty()).hasValueCloseTo(again.penalty(), within(1e-5));
        double wasserstein = mean(again.onReal()) - mean(again.onFake());
        assertThat(check.criticLoss())
                .isCloseTo(-wasserstein + recipe.objective().penalty() * again.penalty(), within(1e-4));
        assertThat(check.generatorLoss()).isCloseTo(-mean(again.onFake()), within(1e-5));
        assertThat(again.written("critic_loss")).isEqualTo((float) check.criticLoss());
        assertThat(again.written("generator_loss")).isEqualTo((float) check.generatorLoss());
        assertThat(again.written("gradient_penalty"))
                .isEqualTo((float) check.gradientPenalty().orElseThrow());
    }

    @Test
    void theGansLossesFollowFromTheFileWithItsDropoutOff() {
        Recipe recipe = TinyRecipe.of("gan", "network.criticDropout=0.5");
        Path file = folder.resolve("gan.npz");
        LossCheck check = LossCheck.write(recipe, file);
        Recomputed again =
                Recomputed.of(Recipes.override(recipe, List.of("network.criticDropout=0")), NpzFile.read(file));
        assertThat(check.criticLoss())
                .isCloseTo(meanSoftplus(again.onReal(), -1) + meanSoftplus(again.onFake(), 1), within(1e-5));
        assertThat(check.generatorLoss()).isCloseTo(meanSoftplus(again.onFake(), -1), within(1e-5));
        assertThat(check.gradientPenalty()).isEmpty();
        assertThat(NpzFile.read(file)).doesNotContainKey("gradient_penalty");
    }

    @Test
    void theSplitScheduleIsCheckedOnAWholeBatchWithBatchNormInBothNetworks() {
        Recipe recipe = TinyRecipe.of("digit-wgan");
        Path file = folder.resolve("split.npz");
        LossCheck check = LossCheck.write(recipe, file);
        Map<String, NpyArray> arrays = NpzFile.read(file);
        Recomputed again = Recomputed.of(recipe, arrays);
        assertThat(check.criticLoss()).isCloseTo(mean(again.onFake()) - mean(again.onReal()), within(1e-5));
        assertThat(array(arrays, "real").shape()).containsExactly(8, 1, 28, 28);
        assertThat(array(arrays, "latents").shape()).containsExactly(8, 50);
        assertThat(array(arrays, "mixing").shape()).containsExactly(8, 1, 1, 1);
        assertThat(arrays).containsKeys("critic.1.running_mean");
    }

    private static NpyArray.Float32 array(Map<String, NpyArray> arrays, String name) {
        return (NpyArray.Float32) Objects.requireNonNull(arrays.get(name), name);
    }

    private static double mean(List<Double> scores) {
        return scores.stream().mapToDouble(score -> score).average().orElseThrow();
    }

    private static double meanSoftplus(List<Double> scores, int sign) {
        return scores.stream()
                .mapToDouble(score -> Math.log1p(Math.exp(sign * score)))
                .average()
                .orElseThrow();
    }

    /** What the arrays of a file give. */
    private record Recomputed(Map<String, NpyArray> arrays, List<Double> onReal, List<Double> onFake, double penalty) {
        static Recomputed of(Recipe recipe, Map<String, NpyArray> arrays) {
            try (Generator generator = new Generator(
                            network("generator.", Architectures.generator(recipe.network(), DIGITS), arrays));
                    Critic critic =
                            new Critic(network("critic.", Architectures.critic(recipe.network(), DIGITS), arrays))) {
                return NativeScope.get(() -> {
                    Tensor real = tensor(arrays, "real");
                    Tensor fake =
                            generator.generate(tensor(arrays, "latents"), PLAIN).detach();
                    return new Recomputed(
                            arrays,
                            scores(critic, real),
                            scores(critic, fake),
                            penalty(critic, Tensors.toArray(real), Tensors.toArray(fake), values(arrays, "mixing")));
                });
            }
        }

        private static List<Double> scores(Critic critic, Tensor images) {
            List<Double> scores = new ArrayList<>();
            for (float score : Tensors.toArray(critic.score(images, PLAIN))) {
                scores.add((double) score);
            }
            return scores;
        }

        private static Network network(String prefix, NetworkSpec spec, Map<String, NpyArray> arrays) {
            Network network = Network.create(spec, Compute.CPU, RandomStream.root(99));
            NativeScope.run(() -> Tensors.withoutGradients(() ->
                    network.tensors().forEach((name, tensor) -> tensor.copy_(tensor(arrays, prefix + name)))));
            long written = arrays.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .count();
            assertThat(written).isEqualTo(network.tensors().size());
            return network;
        }

        private static double penalty(Critic critic, float[] real, float[] fake, float[] mixing) {
            int size = DIGITS.size();
            float[] between = new float[real.length];
            for (int i = 0; i < real.length; i++) {
                between[i] = real[i] + mixing[i / size] * (fake[i] - real[i]);
            }
            Tensor points = Tensors.of(between, mixing.length, 1, 28, 28);
            float[] gradients = Tensors.toArray(critic.inputGradientByAutograd(points, PLAIN));
            double sum = 0;
            for (int image = 0; image < mixing.length; image++) {
                double square = 0;
                for (int i = image * size; i < (image + 1) * size; i++) {
                    square += (double) gradients[i] * gradients[i];
                }
                sum += Math.pow(Math.sqrt(square) - 1, 2);
            }
            return sum / mixing.length;
        }

        private static Tensor tensor(Map<String, NpyArray> arrays, String name) {
            int[] shape = array(arrays, name).shape();
            return Tensors.of(
                    values(arrays, name), Arrays.stream(shape).asLongStream().toArray());
        }

        private static float[] values(Map<String, NpyArray> arrays, String name) {
            return array(arrays, name).values();
        }

        float written(String name) {
            assertThat(array(arrays, name).shape()).containsExactly(1);
            return values(arrays, name)[0];
        }
    }
}
