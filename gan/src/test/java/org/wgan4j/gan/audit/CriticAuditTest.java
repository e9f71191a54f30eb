package org.wgan4j.gan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Dropout;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.Weights;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** What an audit must find of critics and images of which the truth is known. */
class CriticAuditTest {
    private static final RandomStream RANDOM = RandomStream.root(7);
    private static final int IMAGES = 24;
    private static final Init UNIFORM = new Init.FanInUniform();

    @BeforeAll
    static void startLibtorch() {
        TorchRuntime.start(1);
    }

    @Test
    void aLinearCriticHasTheGradientNormOfItsWeightsEverywhere() {
        AuditReport report = audit(linear(3, -4, 12, 0), uniform("a"), uniform("b"));
        assertThat(report.value(AuditValue.GRADIENT_NORM_MEAN)).isCloseTo(13, within(1e-5));
        assertThat(report.value(AuditValue.GRADIENT_NORM_MAX)).isCloseTo(13, within(1e-5));
        assertThat(report.value(AuditValue.STEEPEST_PAIR)).isBetween(0.0, 13.0);
        assertThat(report.value(AuditValue.ESTIMATE_OVER_LIPSCHITZ))
                .isCloseTo(report.value(AuditValue.CRITIC_ESTIMATE) / 13, within(1e-6))
                .isLessThanOrEqualTo(report.value(AuditValue.EXACT_W1));
    }

    @Test
    void theBestCriticOfAShiftSaysTheExactDistanceWhateverItsScale() {
        AuditReport report = NativeScope.get(() -> {
            Tensor generated = RANDOM.child("shifted").uniform(Compute.CPU, IMAGES, 1, 2, 2);
            Tensor shift = Tensors.of(new float[] {0.5f, -0.5f, 0.1f, -0.7f}, 1, 1, 2, 2);
            Tensor real = generated.add(shift.mul(new Scalar(0.4f)));
            return audit(linear(20, -20, 4, -28), real, generated);
        });
        double length = 0.4; // the direction has length 1
        assertThat(report.value(AuditValue.EXACT_W1)).isCloseTo(length, within(1e-6));
        assertThat(report.value(AuditValue.CRITIC_ESTIMATE)).isCloseTo(40 * length, within(1e-4));
        assertThat(report.value(AuditValue.ESTIMATE_OVER_LIPSCHITZ)).isCloseTo(length, within(1e-5));
        assertThat(report.value(AuditValue.ESTIMATE_OVER_STEEPEST_PAIR)).isCloseTo(length, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void overItsSteepestPairNoCriticSaysMoreThanTheExactDistance(long seed) {
        Network network = Network.create(
                new NetworkSpec(
                        Shape.of(1, 2, 2),
                        List.of(
                                new Reshape(Shape.of(4)),
                                new Linear(16, true, UNIFORM, UNIFORM),
                                new LeakyRelu(0.1),
                                new Linear(1, true, UNIFORM, UNIFORM))),
                Compute.CPU,
                RandomStream.root(seed));
        NativeScope.run(() -> Tensors.withoutGradients(() -> {
            network.tensor("3.weight").mul_(new Scalar(seed % 2 == 0 ? 30f : -30f));
        }));
        AuditReport report = audit(new Critic(network), uniform("c"), normal("d"));
        assertThat(report.value(AuditValue.ESTIMATE_OVER_STEEPEST_PAIR))
                .isLessThanOrEqualTo(report.value(AuditValue.EXACT_W1) + 1e-5);
    }

    @Test
    void betweenEqualBatchesAllDistancesAndTheEstimateAreNothing() {
        AuditReport report = NativeScope.get(() -> {
            Tensor images = uniform("e");
            return new CriticAudit(linear(1, 2, 3, 4), true, Compute.CPU, 8)
                    .report(new AuditBatches(images, images, images, images), Labels.UNKNOWN, 0, RANDOM);
        });
        for (AuditValue value : List.of(
                AuditValue.CRITIC_ESTIMATE,
                AuditValue.ESTIMATE_OVER_LIPSCHITZ,
                AuditValue.EXACT_W1,
                AuditValue.FLOOR_W1,
                AuditValue.GENERATED_FLOOR_W1,
                AuditValue.DEBIASED_W1)) {
            assertThat(report.value(value)).as(value.key()).isZero();
        }
        assertThat(report.value(AuditValue.SINKHORN_DIVERGENCE)).isCloseTo(0, within(1e-6));
        assertThat(report.pairing().pairs()).allMatch(pair -> pair.distance() == 0);
    }

    @Test
    void theDebiasedDistanceIsTheExactOneLessTheMeanOfBothFloors() {
        AuditReport report = audit(linear(1, 0, 0, 0), uniform("f"), normal("g"));
        double floors = (report.value(AuditValue.FLOOR_W1) + report.value(AuditValue.GENERATED_FLOOR_W1)) / 2;
        assertThat(floors).isPositive();
        assertThat(report.value(AuditValue.DEBIASED_W1))
                .isCloseTo(report.value(AuditValue.EXACT_W1) - floors, within(1e-12));
    }

    @Test
    void aFlatCriticSaysNothingRatherThanNotANumber() {
        AuditReport report = audit(linear(0, 0, 0, 0), uniform("h"), normal("i"));
        assertThat(report.value(AuditValue.GRADIENT_NORM_MAX)).isZero();
        assertThat(report.value(AuditValue.ESTIMATE_OVER_LIPSCHITZ)).isZero();
        assertThat(report.value(AuditValue.ESTIMATE_OVER_STEEPEST_PAIR)).isZero();
    }

    /** The collapsed generator: its images are alike, and one of the real ones is the same. */
    @Test
    void aGeneratorThatMakesOneImageOnlyIsAuditedInFiniteNumbers() {
        AuditReport report = NativeScope.get(() -> {
            Tensor real = uniform("x");
            Tensor one = real.narrow(0, 0, 1).expand(IMAGES, 1, 2, 2).contiguous();
            return new CriticAudit(mixed(), true, Compute.CPU, 5)
                    .report(new AuditBatches(real, uniform("y"), one, one), Labels.UNKNOWN, 0, RANDOM);
        });
        assertThat(report.byName().values()).allMatch(Double::isFinite);
        assertThat(report.value(AuditValue.GENERATED_FLOOR_W1)).isZero();
        assertThat(report.value(AuditValue.STEEPEST_PAIR)).isBetween(0.0, 2.1);
        double mean = 0;
        for (Pairing.Pair pair : report.pairing().pairs()) {
            mean += pair.distance() / IMAGES;
        }
        assertThat(report.value(AuditValue.EXACT_W1))
                .isCloseTo(mean, within(1e-9))
                .isPositive();
    }

    @Test
    void theSameArgumentsGiveTheSameReportAndOthersAnother() {
        AuditReport once = audit(mixed(), uniform("j"), normal("k"));
        assertThat(audit(mixed(), uniform("j"), normal("k"))).isEqualTo(once);
        assertThat(audit(mixed(), uniform("j"), normal("l"))).isNotEqualTo(once);
    }

    @Test
    void aCriticWithBatchNormIsAuditedAsAFunctionOfOneImageAndKeepsItsStatistics() {
        Critic critic = mixed();
        Map<String, float[]> before = values(critic);
        AuditReport report = audit(critic, uniform("m"), normal("n"));
        assertThat(values(critic)).usingRecursiveComparison().isEqualTo(before);
        assertThat(report.find(AuditValue.CRITIC_ESTIMATE_IN_TRAINING)).isPresent();
        assertThat(report.value(AuditValue.GRADIENT_NORM_MAX)).isPositive();
        assertThat(audit(linear(1, 0, 0, 0), uniform("m"), normal("n")).find(AuditValue.CRITIC_ESTIMATE_IN_TRAINING))
                .isEmpty();
    }

    @Test
    void everyLayerThatDiffersInTrainingAddsTheEstimateInTraining() {
        for (Layer layer : List.of(new Dropout(0.5), new Centred())) {
            Critic critic = weighted(
                    "2.weight",
                    new float[] {1, 0, 0, 0},
                    layer,
                    new Reshape(Shape.of(4)),
                    new Linear(1, true, UNIFORM, UNIFORM));
            assertThat(audit(critic, uniform("m"), normal("n")).find(AuditValue.CRITIC_ESTIMATE_IN_TRAINING))
                    .as(layer.description())
                    .isPresent();
        }
    }

    /** A layer of one's own that subtracts the mean of the batch. */
    private record Centred() implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
            return x.sub(x.mean());
        }

        @Override
        public boolean mixesSamples() {
            return true;
        }

        @Override
        public String description() {
            return "centring";
        }
    }

    @Test
    void withBatchNormAtRestTheAuditedCriticIsThePlainFunction() {
        // Fresh moving statistics are mean 0 and variance 1: f(x) is w x, and its slope |w|, but for epsilon.
        AuditReport report = audit(mixed(), uniform("o"), normal("p"));
        double scale = 1 / Math.sqrt(1 + 1e-3);
        assertThat(report.value(AuditValue.GRADIENT_NORM_MAX)).isCloseTo(2 * scale, within(1e-5));
    }

    @Test
    void howManyImagesPassAtATimeChangesNothing() {
        AuditReport whole = auditInChunks(linear(1, 2, 3, 4), 100);
        AuditReport parts = auditInChunks(linear(1, 2, 3, 4), 5);
        whole.byName()
                .forEach((name, value) ->
                        assertThat(parts.byName().get(name)).as(name).isCloseTo(value, within(1e-6)));
    }

    @Test
    void everyNumberHasItsNameInTheLogAndOtherNumbersAreRefused() {
        AuditReport report = audit(linear(1, 0, 0, 0), uniform("q"), normal("r"));
        assertThat(report.byName())
                .containsKeys("critic_estimate", "exact_w1", "floor_w1", "debiased_w1", "sinkhorn_divergence")
                .containsKeys("gradient_norm_mean", "gradient_norm_max", "estimate_over_lipschitz", "images")
                .containsEntry("images", (double) IMAGES);
        assertThatThrownBy(() -> report.value(AuditValue.CRITIC_ESTIMATE_IN_TRAINING))
                .hasMessageContaining("critic_estimate_in_training");
    }

    @Test
    void batchesOfSeveralShapesAreRefused() {
        Tensor images = uniform("s");
        Tensor fewer = RANDOM.uniform(Compute.CPU, 2, 1, 2, 2);
        assertThatThrownBy(() -> new AuditBatches(images, images, fewer, images))
                .hasMessageContaining("[24, 1, 2, 2]")
                .hasMessageContaining("[2, 1, 2, 2]");
    }

    private static AuditReport audit(Critic critic, Tensor real, Tensor generated) {
        return NativeScope.get(() -> new CriticAudit(critic, true, Compute.CPU, 8)
                .report(
                        new AuditBatches(real, uniform("other real"), generated, normal("other generated")),
                        Labels.UNKNOWN,
                        3,
                        RANDOM.child("audit")));
    }

    private static AuditReport auditInChunks(Critic critic, int chunk) {
        return NativeScope.get(() -> new CriticAudit(critic, true, Compute.CPU, chunk)
                .report(
                        new AuditBatches(uniform("t"), uniform("u"), normal("v"), normal("w")),
                        Labels.UNKNOWN,
                        3,
                        RANDOM.child("audit")));
    }

    /** F(x) = w x for images of 2 by 2 pixels. */
    private static Critic linear(float... weights) {
        return weighted("1.weight", weights, new Reshape(Shape.of(4)), new Linear(1, true, UNIFORM, UNIFORM));
    }

    /** A linear critic of slope 2 behind a batch norm, which is not piecewise linear and so goes through autograd. */
    private static Critic mixed() {
        return weighted(
                "2.weight",
                new float[] {1, 1, -1, 1},
                BatchNorm.keras(),
                new Reshape(Shape.of(4)),
                new Linear(1, true, UNIFORM, UNIFORM));
    }

    private static Critic weighted(String name, float[] weights, Layer... layers) {
        Network network = Network.create(
                new NetworkSpec(Shape.of(1, 2, 2), List.of(layers)), Compute.CPU, RANDOM.child("weights"));
        NativeScope.run(() -> Tensors.withoutGradients(() -> {
            network.tensor(name).copy_(Tensors.of(weights, 1, weights.length));
        }));
        return new Critic(network);
    }

    private static Tensor uniform(String name) {
        return RANDOM.child(name).uniform(Compute.CPU, IMAGES, 1, 2, 2);
    }

    private static Tensor normal(String name) {
        return RANDOM.child(name).normal(Compute.CPU, IMAGES, 1, 2, 2).mul(new Scalar(0.3f));
    }

    private static Map<String, float[]> values(Critic critic) {
        Map<String, float[]> values = new HashMap<>();
        List<String> names = new ArrayList<>(critic.network().tensors().keySet());
        names.forEach(name ->
                values.put(name, Tensors.toArray(critic.network().tensor(name)).clone()));
        return values;
    }
}
