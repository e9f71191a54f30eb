package org.wgan4j.gan.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.Weights;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Schedule;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;

/** What every objective on the class path must show: a closed form, finite differences, and that what it says of itself is so. */
class ObjectiveContractTest {
    private static final RandomStream RANDOM = RandomStream.root(5);
    private static final ForwardContext PASS = ForwardContext.training(Compute.CPU, RANDOM.child("pass"));
    private static final Init INIT = new Init.Normal(0.5);
    private static final int SIDE = 3;

    /**
     * An objective by hand.
     *
     * @param onReal the critic's loss on one real score
     * @param onFake the critic's loss on one generated score
     * @param generator the generator's loss on one score
     * @param penalty of the norm of the critic's gradient, which a linear critic has the same everywhere
     */
    private record ClosedForm(
            DoubleUnaryOperator onReal,
            DoubleUnaryOperator onFake,
            DoubleUnaryOperator generator,
            DoubleUnaryOperator penalty) {}

    private static final ClosedForm GAN = new ClosedForm(
            score -> softplus(-score), ObjectiveContractTest::softplus, score -> softplus(-score), norm -> 0);

    private static ClosedForm wasserstein(DoubleUnaryOperator penalty) {
        return new ClosedForm(score -> -score, score -> score, score -> -score, penalty);
    }

    private static final Map<String, ClosedForm> CLOSED_FORMS = Map.of(
            "gan", GAN,
            "wgan", wasserstein(norm -> 0),
            "wgan-gp", wasserstein(norm -> 10 * (norm - 1) * (norm - 1)),
            "wgan-lp", wasserstein(norm -> 10 * Math.pow(Math.max(0, norm - 1), 2)));

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    static List<String> names() {
        return Objectives.installed().names();
    }

    private static ObjectiveSettings settings(String name) {
        return Recipe.of(name).objective();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theLossesOfALinearCriticHaveTheirClosedForm(String name) {
        ClosedForm form = Optional.ofNullable(CLOSED_FORMS.get(name)).orElseThrow();
        for (double scale : new double[] {0.1, 1, 2}) {
            try (Critic critic = critic(linear(scale))) {
                NativeScope.run(() -> {
                    Objective objective = Objectives.create(settings(name));
                    Tensor real = images("real", 6);
                    Tensor others = images("others", 5);
                    Tensor fake = images("fake", 6);
                    double norm = critic.network().tensor("1.weight").norm().item_double();
                    double expected = mean(critic, real, form.onReal())
                            + mean(critic, fake, form.onFake())
                            + form.penalty().applyAsDouble(norm);
                    assertThat(objective
                                    .criticLoss(critic, real, fake, PASS)
                                    .total()
                                    .item_double())
                            .as("scale %s", scale)
                            .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
                    assertThat(objective.generatorLoss(critic, others, PASS).value("generator_loss"))
                            .isCloseTo(mean(critic, others, form.generator()), within(1e-5));
                });
            }
        }
    }

    private static double mean(Critic critic, Tensor images, DoubleUnaryOperator loss) {
        float[] scores = Tensors.toArray(critic.score(images, PASS));
        double[] losses = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            losses[i] = loss.applyAsDouble(scores[i]);
        }
        return DoubleStream.of(losses).average().orElseThrow();
    }

    private static double softplus(double score) {
        return Math.log1p(Math.exp(score));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCriticsGradientEqualsFiniteDifferencesInEveryWeight(String name) {
        try (Critic critic = critic(small(List.of()))) {
            NativeScope.run(() -> {
                Objective objective = Objectives.create(settings(name));
                Tensor real = images("real", 8);
                Tensor fake = images("fake", 8);
                Supplier<Tensor> loss =
                        () -> objective.criticLoss(critic, real, fake, PASS).total();
                for (Tensor weight : critic.network().trainable().values()) {
                    assertGradient(weight, loss);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theGeneratorsGradientEqualsFiniteDifferencesInEveryPixel(String name) {
        try (Critic critic = critic(small(List.of()))) {
            NativeScope.run(() -> {
                Objective objective = Objectives.create(settings(name));
                Tensor fake = images("fake", 2).requires_grad_(true);
                assertGradient(
                        fake, () -> objective.generatorLoss(critic, fake, PASS).total());
            });
        }
    }

    private static void assertGradient(Tensor at, Supplier<Tensor> loss) {
        Tensor gradient =
                Tensors.gradients(loss.get(), new TensorVector(at), false, true).get(0);
        float[] analytic = gradient.defined() ? Tensors.toArray(gradient) : new float[(int) at.numel()];
        float[] values = Tensors.toArray(at);
        float step = 1e-3f;
        for (int i = 0; i < values.length; i++) {
            double up = lossAt(at, values, i, step, loss);
            double down = lossAt(at, values, i, -step, loss);
            assertThat((up - down) / (2 * step))
                    .as("number %d", i)
                    .isCloseTo(analytic[i], within(2e-2 * Math.max(1, Math.abs(analytic[i]))));
        }
    }

    private static double lossAt(Tensor at, float[] values, int i, float step, Supplier<Tensor> loss) {
        float[] moved = values.clone();
        moved[i] += step;
        Tensors.withoutGradients(() -> at.copy_(Tensors.of(moved, Tensors.shape(at))));
        double there = loss.get().item_double();
        Tensors.withoutGradients(() -> at.copy_(Tensors.of(values, Tensors.shape(at))));
        return there;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFastFormEqualsDoubleBackwardInLossAndGradients(String name) {
        try (Critic fast = critic(small(List.of()));
                Critic slow = critic(small(List.of(new Opaque(new AtomicInteger())))); ) {
            slow.network().copyFrom(fast.network());
            assertThat(fast.network().spec().piecewiseLinear()).isTrue();
            assertThat(slow.network().spec().piecewiseLinear()).isFalse();
            NativeScope.run(() -> {
                Objective objective = Objectives.create(settings(name));
                Loss ofFast = objective.criticLoss(fast, images("real", 8), images("fake", 8), PASS);
                Loss ofSlow = objective.criticLoss(slow, images("real", 8), images("fake", 8), PASS);
                double total = ofSlow.total().item_double();
                assertThat(ofFast.total().item_double()).isCloseTo(total, within(1e-4 * Math.max(1, Math.abs(total))));
                float[] gradients = gradients(ofFast, fast);
                float[] expected = gradients(ofSlow, slow);
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) gradients[i])
                            .isCloseTo(expected[i], within(1e-4 * Math.max(1, Math.abs(expected[i]))));
                }
            });
        }
    }

    private static float[] gradients(Loss loss, Critic critic) {
        TensorVector weights =
                new TensorVector(critic.network().trainable().values().toArray(new Tensor[0]));
        TensorVector gradients = Tensors.gradients(loss.total(), weights, false, false);
        List<Float> all = new ArrayList<>();
        for (long i = 0; i < gradients.size(); i++) {
            for (float one : Tensors.toArray(gradients.get(i))) {
                all.add(one);
            }
        }
        float[] array = new float[all.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = all.get(i);
        }
        return array;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCriticStepPassesTheCriticAsOftenAsTheObjectiveSays(String name) {
        AtomicInteger passes = new AtomicInteger();
        try (Critic critic = critic(small(List.of(new Opaque(passes))))) {
            NativeScope.run(() -> {
                Objective objective = Objectives.create(settings(name));
                Loss loss = objective.criticLoss(critic, images("real", 4), images("fake", 4), PASS);
                assertThat(loss.total().defined()).isTrue();
                CriticPasses said = objective.passes();
                assertThat(passes.get()).isEqualTo(said.scored() + said.inputGradients());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatItSaysOfItsCurvesIsLogged(String name) {
        ObjectiveFactory factory = Objectives.installed().find(name).orElseThrow();
        ObjectiveSettings settings = settings(name);
        ObjectiveCurves curves = factory.curves(settings);
        try (Critic critic = critic(small(List.of()))) {
            NativeScope.run(() -> {
                Objective objective = factory.create(settings);
                Map<String, Tensor> terms = objective
                        .criticLoss(critic, images("real", 4), images("fake", 4), PASS)
                        .terms();
                assertThat(terms.containsKey("wasserstein_estimate"))
                        .isEqualTo(objective.estimatesWasserstein())
                        .isEqualTo(factory.estimatesWasserstein(settings));
                assertThat(Stream.concat(curves.scores().stream(), curves.losses().stream())
                                .map(ObjectiveCurves.TermCurve::term))
                        .allMatch(term -> term.equals("generator_loss") || terms.containsKey(term));
            });
        }
        assertThat(curves.indicators())
                .allMatch(indicator -> !indicator.label().isBlank()
                        && Double.isFinite(indicator
                                .value()
                                .applyAsDouble(Map.of(
                                        "critic_loss", 1.0, "generator_loss", 1.0, "wasserstein_estimate", 1.0))));
        assertThat(curves.explanations()).isNotEmpty();
        assertThat(factory.summary()).matches("[A-Z].{20,140}\\.");
        assertThat(factory.title()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSplitScheduleFitsThoseThatNeedNoPairsAndNoOthers(String name) {
        ObjectiveFactory factory = Objectives.installed().find(name).orElseThrow();
        try (Critic critic = critic(small(List.of()))) {
            NativeScope.run(() -> {
                boolean regularised = factory.create(settings(name))
                        .regularisation(critic, images("real", 4), images("fake", 4), PASS)
                        .isPresent();
                assertThat(factory.refusal(Schedule.SPLIT).isPresent()).isEqualTo(regularised);
            });
        }
        assertThat(factory.refusal(Schedule.ALTERNATING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSquashedHeadIsRefusedAndBatchNormWhereEachSampleNeedsItsOwnGradient(String name) {
        Objective objective = Objectives.create(settings(name));
        try (Critic squashed = critic(new NetworkSpec(
                        Shape.of(1, SIDE, SIDE),
                        List.of(
                                new Reshape(Shape.of(SIDE * SIDE)),
                                new Linear(1, true, INIT, INIT),
                                new OutputActivation(OutputActivation.Nonlinearity.SIGMOID))));
                Critic normalised = critic(small(List.of(BatchNorm.pytorch())))) {
            NativeScope.run(() -> {
                assertThatThrownBy(() -> objective.check(squashed, Compute.CPU))
                        .isInstanceOf(ActionableException.class)
                        .hasMessageContaining("ends in a sigmoid");
                if (objective.passes().inputGradients() > 0) {
                    assertThatThrownBy(() -> objective.check(normalised, Compute.CPU))
                            .isInstanceOf(ActionableException.class)
                            .hasMessageContaining("batch norm");
                } else {
                    assertThat(objective.check(normalised, Compute.CPU)).isEmpty();
                }
            });
        }
    }

    /** The identity, which does not say that it is piecewise linear, so that its critic goes through autograd; counts its passes. */
    private record Opaque(AtomicInteger passes) implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
            passes.incrementAndGet();
            return x;
        }

        @Override
        public String description() {
            return "counter";
        }
    }

    private static Critic critic(NetworkSpec spec) {
        return new Critic(Network.create(spec, Compute.CPU, RANDOM.child("weights")));
    }

    private static NetworkSpec linear(double deviation) {
        Init init = new Init.Normal(deviation);
        return new NetworkSpec(
                Shape.of(1, SIDE, SIDE), List.of(new Reshape(Shape.of(SIDE * SIDE)), new Linear(1, true, init, init)));
    }

    /** A critic of two linear layers, with others between them; these keep the names of the tensors. */
    private static NetworkSpec small(List<Layer> between) {
        List<Layer> layers = new ArrayList<>(List.of(
                new Reshape(Shape.of(SIDE * SIDE)),
                new Linear(7, true, INIT, INIT),
                new LeakyRelu(0.2),
                new Linear(1, true, INIT, INIT)));
        layers.addAll(between.stream().filter(Opaque.class::isInstance).toList());
        layers.addAll(
                2, between.stream().filter(layer -> !(layer instanceof Opaque)).toList());
        return new NetworkSpec(Shape.of(1, SIDE, SIDE), layers);
    }

    private static Tensor images(String name, int n) {
        return RANDOM.child(name).normal(Compute.CPU, n, 1, SIDE, SIDE);
    }
}
