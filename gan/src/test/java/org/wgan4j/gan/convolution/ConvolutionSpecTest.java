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

/** Every algorithm of a convolution gives the same results as the direct one, and so do its gradients. */
class ConvolutionSpecTest {
    private static final Padding SAME = new Padding.Same();
    private static final RandomStream RANDOM = RandomStream.root(5);

    @BeforeAll
    static void start() {
        TorchRuntime.start(0);
    }

    /** A convolution with another algorithm than the direct one. */
    record Case(ConvolutionSpec spec, ConvolutionAlgorithm algorithm, boolean bias) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<ConvolutionSpec> specs = new ArrayList<>();
        for (Padding padding : List.of(new Padding.Symmetric(2), SAME, new Padding.Symmetric(0))) {
            specs.add(new ConvolutionSpec(false, 16, 20, 5, 1, padding, 7, 7));
            specs.add(new ConvolutionSpec(false, 18, 16, 3, 1, padding, 6, 9));
            specs.add(new ConvolutionSpec(false, 16, 16, 4, 1, padding, 8, 5));
            specs.add(new ConvolutionSpec(false, 6, 1, 7, 1, padding, 16, 12));
            specs.add(new ConvolutionSpec(false, 5, 4, 3, 1, padding, 8, 10));
        }
        for (long[] shape :
                new long[][] {{5, 2, 14}, {5, 2, 13}, {4, 2, 8}, {3, 2, 7}, {5, 3, 12}, {2, 2, 6}, {7, 4, 16}}) {
            specs.add(new ConvolutionSpec(false, 3, 5, shape[0], shape[1], SAME, shape[2], shape[2] + 2));
            specs.add(new ConvolutionSpec(
                    false, 1, 4, shape[0], shape[1], new Padding.Symmetric((shape[0] - 1) / 2), shape[2], shape[2]));
        }
        for (ConvolutionSpec spec : specs) {
            for (ConvolutionSpec direction : List.of(spec, spec.transpose())) {
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
            ConvolutionSpec spec = c.spec();
            ConvolutionSpec plain = spec.transposed() ? spec.transpose() : spec;
            Tensor fine = RANDOM.child("fine").normal(Compute.CPU, 3, plain.inputs(), spec.height(), spec.width());
            Tensor kernels = RANDOM.child("kernels")
                    .normal(Compute.CPU, plain.outputs(), plain.inputs(), spec.kernel(), spec.kernel())
                    .requires_grad_(true);
            Tensor coarse = plain.apply(fine, kernels.detach(), new TensorOptional(), ConvolutionAlgorithm.DIRECT);
            Tensor x = (spec.transposed() ? coarse : fine).detach().requires_grad_(true);
            Tensor bias =
                    RANDOM.child("bias").normal(Compute.CPU, spec.outputs()).requires_grad_(true);
            TensorOptional offset = c.bias() ? new TensorOptional(bias) : new TensorOptional();

            Tensor expected = spec.apply(x, kernels, offset, ConvolutionAlgorithm.DIRECT);
            Tensor actual = spec.apply(x, kernels, offset, c.algorithm());
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
            ConvolutionSpec spec = new ConvolutionSpec(true, 64, 32, 5, 1, new Padding.Symmetric(2), 7, 7);
            Tensor x = RANDOM.child("x").normal(Compute.CPU, 16, 64, 7, 7).relu();
            Tensor kernels = RANDOM.child("k").normal(Compute.CPU, 64, 32, 5, 5);
            Tensor exact = spec.apply(
                    x.to(torch.ScalarType.Double),
                    kernels.to(torch.ScalarType.Double),
                    new TensorOptional(),
                    ConvolutionAlgorithm.DIRECT);
            double direct = error(spec, x, kernels, ConvolutionAlgorithm.DIRECT, exact);
            double spectral = error(spec, x, kernels, ConvolutionAlgorithm.SPECTRAL, exact);
            assertThat(direct).isBetween(1e-4, 5e-3);
            assertThat(spectral).isLessThan(3 * direct);
        });
    }

    private static double error(
            ConvolutionSpec spec, Tensor x, Tensor kernels, ConvolutionAlgorithm algorithm, Tensor exact) {
        Tensor y = spec.apply(
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
            ConvolutionSpec spec = new ConvolutionSpec(false, 3, 4, 5, 2, SAME, 14, 12);
            Tensor kernels = RANDOM.child("a").normal(Compute.CPU, 4, 3, 5, 5);
            Tensor x = RANDOM.child("b").normal(Compute.CPU, 2, 3, 14, 12);
            Tensor y = spec.apply(x, kernels, new TensorOptional(), ConvolutionAlgorithm.DIRECT);
            Tensor v = RANDOM.child("c").normal(Compute.CPU, Tensors.shape(y));
            Tensor back = spec.transpose().apply(v, kernels, new TensorOptional(), ConvolutionAlgorithm.SUB_PIXEL);
            double forth = y.mul(v).sum().item_double();
            assertThat(back.mul(x).sum().item_double()).isCloseTo(forth, org.assertj.core.data.Offset.offset(1e-3));
        });
        ConvolutionSpec spec = new ConvolutionSpec(true, 64, 1, 5, 2, SAME, 28, 28);
        assertThat(spec.transpose().transpose()).isEqualTo(spec);
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
