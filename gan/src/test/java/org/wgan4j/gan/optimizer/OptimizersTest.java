package org.wgan4j.gan.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.KerasReference;
import org.wgan4j.gan.recipe.EpsilonPlacement;
import org.wgan4j.gan.recipe.OptimizerName;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** The optimisers step as Keras's do, with its place of epsilon, and as the papers say with libtorch's. */
class OptimizersTest {
    private static final double RATE = 1e-2;

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    @Test
    void adamWithEpsilonBeforeTheCorrectionEqualsKeras() {
        assertFollowsKeras(
                "adam",
                new OptimizerSettings(
                        OptimizerName.ADAM, RATE, 0.9, 0.999, 0.9, 1e-7, EpsilonPlacement.BEFORE_CORRECTION, 1));
    }

    @Test
    void rmspropWithEpsilonInsideTheRootEqualsKeras() {
        assertFollowsKeras(
                "rmsprop",
                new OptimizerSettings(
                        OptimizerName.RMSPROP, RATE, 0.9, 0.999, 0.9, 1e-7, EpsilonPlacement.INSIDE_ROOT, 1));
    }

    private static void assertFollowsKeras(String rule, OptimizerSettings settings) {
        NativeScope.run(() -> {
            Tensor weight = KerasReference.tensor(rule + ".start");
            Optimizer optimizer = optimizer(settings, weight);
            for (int step = 0; step < 5; step++) {
                Tensor gradient = KerasReference.tensor(rule + ".gradient." + step);
                optimizer.step(new TensorVector(gradient), RATE);
                float[] expected = KerasReference.values(rule + ".after." + step);
                float[] found = Tensors.toArray(weight);
                for (int i = 0; i < 6; i++) {
                    assertThat(found[i]).as("step %d, weight %d", step, i).isCloseTo(expected[i], within(2e-6f));
                }
            }
        });
    }

    @Test
    void adamWithEpsilonOutsideTheRootFollowsAlgorithmOneOfItsPaper() {
        double epsilon = 1e-3;
        OptimizerSettings settings = new OptimizerSettings(
                OptimizerName.ADAM, RATE, 0.5, 0.9, 0.9, epsilon, EpsilonPlacement.OUTSIDE_ROOT, 1);
        NativeScope.run(() -> {
            Tensor weight = Tensors.of(new float[] {1}, 1);
            Optimizer optimizer = optimizer(settings, weight);
            double w = 1;
            double m = 0;
            double v = 0;
            for (int t = 1; t <= 6; t++) {
                double g = Math.sin(t) * Math.pow(10, -t);
                m = 0.5 * m + 0.5 * g;
                v = 0.9 * v + 0.1 * g * g;
                w -= RATE * (m / (1 - Math.pow(0.5, t))) / (Math.sqrt(v / (1 - Math.pow(0.9, t))) + epsilon);
                optimizer.step(new TensorVector(Tensors.of(new float[] {(float) g}, 1)), RATE);
                assertThat(weight.item_double()).isCloseTo(w, within(1e-6));
            }
            assertThat(optimizer.steps()).isEqualTo(6);
        });
    }

    @Test
    void rmspropWithEpsilonOutsideTheRootAddsItThere() {
        double epsilon = 0.5;
        OptimizerSettings settings = new OptimizerSettings(
                OptimizerName.RMSPROP, RATE, 0.9, 0.9, 0.75, epsilon, EpsilonPlacement.OUTSIDE_ROOT, 1);
        NativeScope.run(() -> {
            Tensor weight = Tensors.of(new float[] {1}, 1);
            optimizer(settings, weight).step(new TensorVector(Tensors.of(new float[] {2}, 1)), RATE);
            assertThat(weight.item_double()).isCloseTo(1 - RATE * 2 / (Math.sqrt(0.25 * 4) + epsilon), within(1e-7));
        });
    }

    @Test
    void undefinedGradientLeavesTheWeightAlone() {
        OptimizerSettings settings = new OptimizerSettings(
                OptimizerName.ADAM, RATE, 0.9, 0.999, 0.9, 1e-8, EpsilonPlacement.OUTSIDE_ROOT, 1);
        NativeScope.run(() -> {
            Tensor weight = Tensors.of(new float[] {3}, 1);
            optimizer(settings, weight).step(new TensorVector(new Tensor()), RATE);
            assertThat(weight.item_double()).isEqualTo(3);
        });
    }

    private static Optimizer optimizer(OptimizerSettings settings, Tensor weight) {
        Map<String, Tensor> parameters = new LinkedHashMap<>(Map.of("weight", weight));
        return Optimizer.of(settings, parameters);
    }
}
