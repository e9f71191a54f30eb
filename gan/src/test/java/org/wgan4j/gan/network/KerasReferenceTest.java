package org.wgan4j.gan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.KerasReference;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Convolution;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.TransposedConvolution;
import org.wgan4j.gan.network.layer.Weights;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** Layers give what TensorFlow and Keras give, uneven SAME padding included; the values are made by tools/make_keras_reference.py. */
class KerasReferenceTest {
    private static final Init UNUSED = new Init.Constant(0);
    private static final ForwardContext INFERENCE = ForwardContext.inference(Compute.CPU);

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    static Stream<String> convolutions() {
        return cases("conv.");
    }

    static Stream<String> transposedConvolutions() {
        return cases("transposed.");
    }

    private static Stream<String> cases(String prefix) {
        return KerasReference.names().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(".x"))
                .map(name -> name.substring(0, name.length() - 2));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void stridedConvolutionWithSamePaddingEqualsTensorFlow(String name) {
        Convolution layer = new Convolution(4, kernel(name), stride(name), new Padding.Same(), false, UNUSED, UNUSED);
        assertMaps(layer, name);
    }

    @ParameterizedTest
    @MethodSource("transposedConvolutions")
    void transposedConvolutionWithSamePaddingEqualsKeras(String name) {
        TransposedConvolution layer =
                new TransposedConvolution(4, kernel(name), stride(name), new Padding.Same(), false, UNUSED, UNUSED);
        assertMaps(layer, name);
    }

    private static void assertMaps(Layer layer, String name) {
        NativeScope.run(() -> {
            Weights weights = new Weights(Map.of("weight", KerasReference.tensor(name + ".weight")));
            Tensor y = layer.forward(KerasReference.tensor(name + ".x"), weights, INFERENCE);
            assertThat(Tensors.shape(y)).isEqualTo(KerasReference.shape(name + ".y"));
            assertClose(y, name + ".y", 2e-4f);
        });
    }

    @Test
    void batchNormWithKerasConstantsEqualsKerasInTrainingAndInference() {
        NetworkSpec spec = new NetworkSpec(Shape.of(3, 5, 5), List.of(BatchNorm.keras()));
        NativeScope.run(() -> {
            Network network = Network.create(spec, Compute.CPU, RandomStream.root(0));
            Tensor x = KerasReference.tensor("batchnorm.x");
            Tensor training = network.forward(x, ForwardContext.training(Compute.CPU, RandomStream.root(0)));
            assertClose(training, "batchnorm.training", 1e-5f);
            assertClose(network.tensor("0.running_mean"), "batchnorm.moving_mean", 1e-6f);
            // Keras keeps the variance of the batch, PyTorch the unbiased one: n / (n - 1) apart, with n = 8 x 5 x 5.
            float[] moving = Tensors.toArray(network.tensor("0.running_var"));
            float[] keras = KerasReference.values("batchnorm.moving_variance");
            for (int c = 0; c < keras.length; c++) {
                double ofBatch = (keras[c] - 0.99) / 0.01;
                assertThat((double) moving[c]).isCloseTo(0.99 + 0.01 * ofBatch * 200 / 199, within(1e-5));
            }
        });
    }

    private static void assertClose(Tensor actual, String name, float tolerance) {
        float[] expected = KerasReference.values(name);
        float[] found = Tensors.toArray(actual);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("%s[%d]", name, i).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static long kernel(String name) {
        return Long.parseLong(name.split("\\.", -1)[1]);
    }

    private static long stride(String name) {
        return Long.parseLong(name.split("\\.", -1)[2]);
    }
}
