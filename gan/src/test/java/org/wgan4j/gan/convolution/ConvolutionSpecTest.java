package org.wgan4j.gan.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** Every formulation of a convolution computes the same map as the direct one, and so do its gradients. */
class ConvolutionSpecTest {
    private static final Padding SAME = new Padding.Same();
    private static final RandomStream RANDOM = RandomStream.root(5);

    @BeforeAll
    static void start() {
        TorchRuntime.start(0);
    }

    /** A map in another formulation than the direct one. */
    record Case(ConvolutionSpec map, ConvolutionAlgorithm algorithm, boolean bias) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<ConvolutionSpec> maps = new ArrayList<>();
        for (Padding padding : List.of(new Padding.Symmetric(2), SAME, new Padding.Symmetric(0))) {
            maps.add(new ConvolutionSpec(false, 16, 20, 5, 1, padding, 7, 7));
            maps.add(new ConvolutionSpec(false, 18, 16, 3, 1, padding, 6, 9));
            maps.add(new ConvolutionSpec(false, 16, 16, 4, 1, padding, 8, 5));
            maps.add(new ConvolutionSpec(false, 6, 1, 7, 1, padding, 16, 12));
            maps.add(new ConvolutionSpec(false, 5, 4, 3, 1, padding, 8, 10));
        }
        for (long[] shape :
                new long[][] {{5, 2, 14}, {5, 2, 13}, {4, 2, 8}, {3, 2, 7}, {5, 3, 12}, {2, 2, 6}, {7, 4, 16}}) {
            maps.add(new ConvolutionSpec(false, 3, 5, shape[0], shape[1], SAME, shape[2], shape[2] + 2));
            maps.add(new ConvolutionSpec(
                    false, 1, 4, shape[0], shape[1], new Padding.Symmetric((shape[0] - 1) / 2), shape[2], shape[2]));
        }
        for (ConvolutionSpec map : maps) {
            for (ConvolutionSpec direction : List.of(map, map.transpose())) {
                for (ConvolutionAlgorithm algorithm : direction.algorithms()) {
                    if (algorithm != ConvolutionAlgorithm.DIRECT) {
                        cases.add(new Case(direction, algorithm, cases.size() % 2 == 0));
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFormulationIsTheDirectMapInValueAndInAllGradients(Case c) {
        NativeScope.run(() -> {
            ConvolutionSpec map = c.map();
            ConvolutionSpec plain = map.transposed() ? map.transpose() : map;
            Tensor fine = RANDOM.child("fine").normal(Compute.CPU, 3, plain.inputs(), map.height(), map.width());
            Tensor kernels = RANDOM.child("kernels")
                    .normal(Compute.CPU, plain.outputs(), plain.inputs(), map.kernel(), map.kernel())
                    .requires_grad_(true);
            Tensor coarse = plain.apply(fine, kernels.detach(), new TensorOptional(), ConvolutionAlgorithm.DIRECT);
            Tensor x = (map.transposed() ? coarse : fine).detach().requires_grad_(true);
            Tensor bias =
                    RANDOM.child("bias").normal(Compute.CPU, map.outputs()).requires_grad_(true);
            TensorOptional offset = c.bias() ? new TensorOptional(bias) : new TensorOptional();

            Tensor expected = map.apply(x, kernels, offset, ConvolutionAlgorithm.DIRECT);
            Tensor actual = map.apply(x, kernels, offset, c.algorithm());
            assertThat(Tensors.shape(actual)).isEqualTo(Tensors.shape(expected));
            assertClose(actual, expected);

            Tensor cotangent = RANDOM.child("cotangent").normal(Compute.CPU, Tensors.shape(expected));
            TensorVector inputs = c.bias() ? new TensorVector(x, kernels, bias) : new TensorVector(x, kernels);
            TensorVector wanted = gradients(expected, cotangent, inputs);
            TensorVector got = gradients(actual, cotangent, inputs);
            for (long i = 0; i < inputs.size(); i++) {
                assertClose(got.get(i), wanted.get(i));
            }
        });
    }

    @Test
    void inBfloat16TheSpectralFormErrsAtMostThreeTimesAsMuchAsTheDirectOne() {
        NativeScope.run(() -> {
            ConvolutionSpec map = new ConvolutionSpec(true, 64, 32, 5, 1, new Padding.Symmetric(2), 7, 7);
            Tensor x = RANDOM.child("x").normal(Compute.CPU, 16, 64, 7, 7).relu();
            Tensor kernels = RANDOM.child("k").normal(Compute.CPU, 64, 32, 5, 5);
            Tensor exact = map.apply(
                    x.to(torch.ScalarType.Double),
                    kernels.to(torch.ScalarType.Double),
                    new TensorOptional(),
                    ConvolutionAlgorithm.DIRECT);
            double direct = error(map, x, kernels, ConvolutionAlgorithm.DIRECT, exact);
            double spectral = error(map, x, kernels, ConvolutionAlgorithm.SPECTRAL, exact);
            assertThat(direct).isBetween(1e-4, 5e-3);
            assertThat(spectral).isLessThan(3 * direct);
        });
    }

    private static double error(
            ConvolutionSpec map, Tensor x, Tensor kernels, ConvolutionAlgorithm algorithm, Tensor exact) {
        Tensor y = map.apply(
                x.to(torch.ScalarType.BFloat16),
                kernels.to(torch.ScalarType.BFloat16),
                new TensorOptional(),
                algorithm);
        return y.to(torch.ScalarType.Double).sub(exact).norm().item_double()
                / exact.norm().item_double();
    }

    @Test
    void aMapAndItsWayBackAreAdjoint() {
        NativeScope.run(() -> {
            ConvolutionSpec map = new ConvolutionSpec(false, 3, 4, 5, 2, SAME, 14, 12);
            Tensor kernels = RANDOM.child("a").normal(Compute.CPU, 4, 3, 5, 5);
            Tensor x = RANDOM.child("b").normal(Compute.CPU, 2, 3, 14, 12);
            Tensor y = map.apply(x, kernels, new TensorOptional(), ConvolutionAlgorithm.DIRECT);
            Tensor v = RANDOM.child("c").normal(Compute.CPU, Tensors.shape(y));
            Tensor back = map.transpose().apply(v, kernels, new TensorOptional(), ConvolutionAlgorithm.SUB_PIXEL);
            double forth = y.mul(v).sum().item_double();
            assertThat(back.mul(x).sum().item_double()).isCloseTo(forth, org.assertj.core.data.Offset.offset(1e-3));
        });
        ConvolutionSpec map = new ConvolutionSpec(true, 64, 1, 5, 2, SAME, 28, 28);
        assertThat(map.transpose().transpose()).isEqualTo(map);
    }

    @Test
    void onlyFormulationsThatFitAreOffered() {
        assertThat(new ConvolutionSpec(false, 64, 128, 5, 2, SAME, 14, 14).algorithms())
                .containsExactly(ConvolutionAlgorithm.DIRECT);
        assertThat(new ConvolutionSpec(true, 128, 64, 5, 2, SAME, 14, 14).algorithms())
                .containsExactly(ConvolutionAlgorithm.DIRECT, ConvolutionAlgorithm.SUB_PIXEL);
        assertThat(new ConvolutionSpec(true, 256, 128, 5, 1, SAME, 7, 7).algorithms())
                .containsExactly(ConvolutionAlgorithm.DIRECT, ConvolutionAlgorithm.SPECTRAL);
        assertThat(new ConvolutionSpec(false, 128, 1, 7, 1, SAME, 28, 28).algorithms())
                .containsExactly(ConvolutionAlgorithm.DIRECT, ConvolutionAlgorithm.PATCHES);
    }

    @Test
    void theSpectralBasisOfAFiveByFiveKernelOnSevenBySevenHas121Products() {
        NativeScope.run(() -> assertThat(SpectralBasis.of(new ConvolutionSpec(false, 1, 1, 5, 1, SAME, 7, 7))
                        .products())
                .isEqualTo(121));
        assertThatThrownBy(() -> SpectralBasis.of(new ConvolutionSpec(false, 1, 1, 5, 2, SAME, 7, 7)))
                .hasMessageContaining("stride 1");
    }

    @Test
    void aMapWithoutChannelsIsRefused() {
        assertThatThrownBy(() -> new ConvolutionSpec(false, 0, 1, 5, 2, SAME, 7, 7))
                .hasMessageContaining("at least 1");
    }

    private static TensorVector gradients(Tensor y, Tensor cotangent, TensorVector inputs) {
        return Tensors.gradients(y.mul(cotangent).sum(), inputs, false, false);
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        double scale = expected.abs().max().item_double();
        double difference = actual.sub(expected).abs().max().item_double();
        assertThat(difference).isLessThan(2e-6 * Math.max(scale, 1));
    }
}
