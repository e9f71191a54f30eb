package org.wgan4j.gan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.DivergedException;
import org.wgan4j.gan.training.TinyRecipe;

/** What a measurement reports belongs together, whatever the machine's speed. */
class TrainingSpeedTest {
    private static final ImageShape DIGITS = new ImageShape(1, 28, 28);

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    private static SpeedReport measured(Recipe recipe, double seconds) {
        try (TrainingSpeed speed = TrainingSpeed.of(recipe)) {
            return speed.measure(seconds);
        }
    }

    @ParameterizedTest
    @CsvSource({"quick, 8", "tutorial-gan, 8", "digit-wgan, 4"})
    void everyStepOfEveryScheduleIsTimed(String name, long realImagesOfAStep) {
        Recipe recipe = TinyRecipe.of(name);
        int criticSteps = recipe.objective().criticSteps();
        long begin = System.nanoTime();
        SpeedReport report = measured(recipe, 1e-9);
        double passed = (System.nanoTime() - begin) * 1e-6;
        assertThat(report.iterations().milliseconds()).hasSize(3);
        assertThat(report.generatorSteps().milliseconds()).hasSize(3);
        assertThat(report.criticSteps().milliseconds()).hasSize(3 * criticSteps);
        assertThat(report.realImages()).isEqualTo(realImagesOfAStep * criticSteps);
        assertThat(sum(report.criticSteps()) + sum(report.generatorSteps())).isBetween(0.0, passed);
        assertThat(sum(report.iterations())).isBetween(0.0, passed);
        assertThat(report.startupSeconds()).isPositive();
        assertThat(report.convolutionGflops()).isPositive();
    }

    private static double sum(Timings timings) {
        return timings.milliseconds().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void itTrainsForTheSecondsThatItIsGiven() {
        // A clock that is asked once at the beginning and once before each iteration from the fourth on, and moves a
        // tenth of a second then.
        AtomicLong now = new AtomicLong();
        try (TrainingSpeed speed = TrainingSpeed.of(TinyRecipe.of("quick", "batchSize=2"))) {
            SpeedReport report = speed.measure(0.55, () -> now.getAndAdd(100_000_000));
            assertThat(report.iterations().milliseconds()).hasSize(8);
        }
    }

    @Test
    void theRatesFollowFromTheMedianIteration() {
        SpeedReport report = new SpeedReport(
                8,
                "float32",
                "off",
                ConvolutionPlan.PLAIN,
                2,
                "2.0",
                5,
                new Timings(List.of(100.0)),
                new Timings(List.of(200.0)),
                new Timings(List.of(1000.0, 500.0, 400.0)),
                40,
                30,
                120,
                3);
        assertThat(report.imagesPerSecond()).isCloseTo(80, within(1e-9));
        assertThat(report.gflops()).isCloseTo(60, within(1e-9));
        assertThat(report.shareOfConvolutionRate()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void theLargestConvolutionIsTheGeneratorsHeartAsTheConvolutionThatItTransposes() {
        Recipe recipe = TinyRecipe.of("wgan-gp");
        ConvolutionRate rate = ConvolutionRate.ofLargest(
                Architectures.generator(recipe.network(), DIGITS), Architectures.critic(recipe.network(), DIGITS));
        assertThat(rate.map()).hasToString("convolution 128 to 256, 5x5, stride 1, padding 2, on 7x7");
        assertThat(rate.multiplications()).isEqualTo(256L * 128 * 25 * 49);
    }

    @Test
    void aConvolutionThatIsPaddedUnevenlyIsMeasuredToo() {
        Recipe recipe = TinyRecipe.of("tutorial-gan");
        ConvolutionRate rate = ConvolutionRate.ofLargest(
                Architectures.critic(recipe.network(), DIGITS), Architectures.critic(recipe.network(), DIGITS));
        assertThat(rate.map()).hasToString("convolution 64 to 128, 5x5, stride 2, padding same, on 14x14");
        assertThat(rate.measure(2, Compute.CPU)).isPositive();
    }

    @Test
    void aLossThatIsNoLongerFiniteEndsTheMeasurementInOneSentence() {
        Recipe wild = TinyRecipe.of(
                "quick",
                "criticOptimizer.name=rmsprop",
                "criticOptimizer.rho=0.999999999999",
                "criticOptimizer.learningRate=10");
        // A clock that stands still: the time is never over, only divergence ends it.
        assertThatThrownBy(() -> {
                    try (TrainingSpeed speed = TrainingSpeed.of(wild)) {
                        speed.measure(1, () -> 0);
                    }
                })
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("no speed was measured");
    }

    @Test
    void noTimeIsRefused() {
        try (TrainingSpeed speed = TrainingSpeed.of(TinyRecipe.of("quick"))) {
            for (double wrong : new double[] {0, -1, Double.NaN}) {
                assertThatThrownBy(() -> speed.measure(wrong))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("above 0 seconds, found " + wrong);
            }
        }
    }
}
