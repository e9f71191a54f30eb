package org.wgan4j.gan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.convolution.ConvolutionAlgorithm;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.convolution.MemoryLayout;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.OutputKind;
import org.wgan4j.gan.recipe.PaddingStyle;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** A network computes the same with any kernels: outputs, gradients, input gradients, and what a checkpoint would hold. */
class NetworkConvolutionsTest {
    private static final RandomStream RANDOM = RandomStream.root(11);

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    record Case(NetworkSpec spec, MemoryLayout layout, boolean fast) {}

    static Stream<Case> cases() {
        List<NetworkSpec> blueprints = new ArrayList<>();
        for (PaddingStyle padding : PaddingStyle.values()) {
            for (int kind = 0; kind < 3; kind++) {
                NetworkSettings settings = Recipe.gan()
                        .network()
                        .generator(Architectures.installed().names().get(kind))
                        .critic(Architectures.installed().names().get(kind))
                        .latentSize(8)
                        .padding(padding)
                        .generatorBatchNorm(true)
                        .criticBatchNorm(false)
                        .criticDropout(0.3)
                        .hiddenUnits(16)
                        .hiddenLayers(2)
                        .output(OutputKind.TANH);
                blueprints.add(Architectures.generator(settings, new ImageShape(1, 28, 20)));
                blueprints.add(Architectures.critic(settings, new ImageShape(1, 28, 20)));
                blueprints.add(Architectures.critic(settings, new ImageShape(3, 8, 8)));
            }
        }
        return blueprints.stream()
                .flatMap(spec -> Stream.of(MemoryLayout.values())
                        .flatMap(layout -> Stream.of(true, false).map(fast -> new Case(spec, layout, fast))));
    }

    /** The last algorithm of each convolution and its transpose: the one that differs most from the direct one. */
    private static ConvolutionPlan convolutionPlan(NetworkSpec spec, MemoryLayout layout, boolean fast) {
        Map<String, ConvolutionAlgorithm> algorithms = new LinkedHashMap<>();
        if (fast) {
            for (UnaryOperator<ConvolutionSpec> direction :
                    List.<UnaryOperator<ConvolutionSpec>>of(map -> map, ConvolutionSpec::transpose)) {
                spec.placedLayers()
                        .forEach(row -> row.layer()
                                .convolution(row.input())
                                .map(direction)
                                .ifPresent(map -> algorithms.put(
                                        map.toString(),
                                        map.algorithms().get(map.algorithms().size() - 1))));
            }
        }
        return new ConvolutionPlan(layout, algorithms);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kernelsChangeNeitherOutputsNorGradients(Case c) {
        try (Network plain = Network.create(c.spec(), Compute.CPU, RANDOM.child("weights"));
                Network tuned = Network.create(c.spec(), Compute.CPU, RANDOM.child("weights"))) {
            tuned.use(convolutionPlan(c.spec(), c.layout(), c.fast()));
            NativeScope.run(() -> {
                ForwardContext context = ForwardContext.training(Compute.CPU, RANDOM.child("pass"));
                Tensor x =
                        RANDOM.child("x").normal(Compute.CPU, c.spec().input().batched(5));
                Tensor expected = plain.forward(x, context);
                Tensor actual = tuned.forward(x, context);
                assertThat(Tensors.shape(actual)).isEqualTo(Tensors.shape(expected));
                assertClose(actual, expected, 1e-5);
                Tensor cotangent = RANDOM.child("cotangent").normal(Compute.CPU, Tensors.shape(expected));
                assertSameGradients(tuned, actual.mul(cotangent), plain, expected.mul(cotangent));
                if (c.spec().piecewiseLinear()) {
                    Tensor slow = plain.inputGradient(x, context);
                    Tensor quick = tuned.inputGradient(x, context);
                    assertClose(quick, slow, 1e-5);
                    assertSameGradients(tuned, quick.square(), plain, slow.square());
                }
            });
        }
    }

    private static void assertSameGradients(Network tuned, Tensor actual, Network plain, Tensor expected) {
        TensorVector got = gradients(tuned, actual);
        TensorVector wanted = gradients(plain, expected);
        // Against the largest of all: a bias before batch norm has the gradient zero, and what is computed is rounding.
        double scale = 0;
        for (long i = 0; i < wanted.size(); i++) {
            assertThat(got.get(i).defined()).isEqualTo(wanted.get(i).defined());
            scale = wanted.get(i).defined() ? Math.max(scale, largest(wanted.get(i))) : scale;
        }
        for (long i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).defined()) {
                assertThat(largest(got.get(i).sub(wanted.get(i)))).isLessThan(2e-5 * scale);
            }
        }
    }

    private static TensorVector gradients(Network network, Tensor y) {
        return Tensors.gradients(
                y.sum(), new TensorVector(network.trainable().values().toArray(new Tensor[0])), false, false);
    }

    private static void assertClose(Tensor actual, Tensor expected, double tolerance) {
        assertThat(largest(actual.sub(expected))).isLessThan(tolerance * largest(expected));
    }

    private static double largest(Tensor tensor) {
        return tensor.abs().max().item_double();
    }

    @Test
    void weightsKeepNamesShapesAndValuesWhateverTheKernels() {
        NetworkSettings settings = Recipe.gan()
                .network()
                .generator("tutorial")
                .critic("tutorial")
                .latentSize(8)
                .padding(PaddingStyle.SAME)
                .generatorBatchNorm(true)
                .criticBatchNorm(false)
                .criticDropout(0)
                .hiddenUnits(16)
                .hiddenLayers(2)
                .output(OutputKind.TANH);
        NetworkSpec spec = Architectures.critic(settings, new ImageShape(1, 28, 28));
        try (Network plain = Network.create(spec, Compute.CPU, RANDOM.child("weights"));
                Network tuned = Network.create(spec, Compute.CPU, RANDOM.child("weights"))) {
            tuned.use(convolutionPlan(spec, MemoryLayout.CHANNELS_LAST, true));
            NativeScope.run(() -> plain.tensors().forEach((name, tensor) -> {
                assertThat(Tensors.shape(tuned.tensor(name))).isEqualTo(Tensors.shape(tensor));
                assertThat(Tensors.toArray(tuned.tensor(name))).isEqualTo(Tensors.toArray(tensor));
                assertThat(tuned.tensor(name).requires_grad()).isEqualTo(tensor.requires_grad());
            }));
            tuned.use(ConvolutionPlan.PLAIN);
            NativeScope.run(
                    () -> assertThat(tuned.tensor("2.weight").is_contiguous()).isTrue());
        }
    }
}
