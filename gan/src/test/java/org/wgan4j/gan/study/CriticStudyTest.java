package org.wgan4j.gan.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.solver.OptimalTransport;

/** Critics that are trained on distributions of known distance. */
class CriticStudyTest {
    @BeforeAll
    static void startLibtorch() {
        TorchRuntime.start(1);
    }

    static Stream<DensityPair> pairs() {
        return Stream.of(
                new DensityPair.ShiftedGaussians(2),
                new DensityPair.ShiftedGaussians(0),
                new DensityPair.ParallelSegments(0.5),
                new DensityPair.Rings(1, 3),
                new DensityPair.Rings(2, 0.5),
                new DensityPair.ShiftedMixture(0.7));
    }

    /** The closed forms, from solutions that know nothing of them. */
    @ParameterizedTest
    @MethodSource("pairs")
    void theExactDistanceOfManyPointsIsTheClosedFormOfTheirDistributions(DensityPair pair) {
        RandomStream random = RandomStream.root(3);
        Measure real = points(pair.dimension(), () -> pair.real(1500, random.child("real")));
        Measure generated = points(pair.dimension(), () -> pair.generated(1500, random.child("generated")));
        double exact = OptimalTransport.between(real, generated).solve().distance();
        assertThat(exact).isCloseTo(pair.distance(), within(0.15));
    }

    @Test
    void aPairMovedByAShiftHasPointsThatAreMovedByIt() {
        DensityPair pair = new DensityPair.ShiftedMixture(3);
        RandomStream random = RandomStream.root(4);
        float[] moved = NativeScope.get(
                () -> Tensors.toArray(pair.generated(50, random).sub(pair.real(50, random), new Scalar(1f))));
        for (int i = 0; i < 50; i++) {
            assertThat(moved[2 * i]).isCloseTo(3, within(1e-5f));
            assertThat(moved[2 * i + 1]).isZero();
        }
    }

    @Test
    void aPenalisedCriticOfGaussiansSaysTheirDistanceOnceItsSlopeIsTakenOut() {
        try (StudiedCritic critic = new CriticStudy("wgan-gp", new DensityPair.ShiftedGaussians(2), 300, 1).train()) {
            AuditReport report = critic.audit(200);
            double exact = report.value(AuditValue.EXACT_W1);
            assertThat(exact).isCloseTo(2, within(0.3));
            assertThat(report.value(AuditValue.ESTIMATE_OVER_MEAN_NORM)).isCloseTo(exact, within(0.25));
            assertThat(report.value(AuditValue.ESTIMATE_OVER_STEEPEST_PAIR)).isLessThanOrEqualTo(exact + 1e-5);
            assertThat(report.estimatesWasserstein()).isTrue();
        }
    }

    /** The slope K of a critic of W K - 10 (K - 1)^2 is 1 + W / 20 at the maximum: the penalty lets far distributions be overstated. */
    @Test
    void underAPenaltyTheEstimateOverstatesFarDistributionsAsItsOptimumSays() {
        double distance = 8;
        try (StudiedCritic critic =
                new CriticStudy("wgan-gp", new DensityPair.ShiftedGaussians(distance), 400, 1).train()) {
            assertThat(critic.audit(200).value(AuditValue.CRITIC_ESTIMATE) / distance)
                    .isCloseTo(1 + distance / 20, within(0.1));
        }
    }

    @Test
    void theSaturatingLessonVanishesAsTheGaussiansPartAndTheCriticsDoesNot() {
        StudiedCritic.GeneratorGradient near = lesson("gan", 1);
        StudiedCritic.GeneratorGradient far = lesson("gan", 8);
        assertThat(far.saturating()).isLessThan(near.saturating() / 1000);
        assertThat(far.nonSaturating()).isGreaterThan(0.5);
        assertThat(lesson("wgan-gp", 1).score()).isBetween(0.5, 1.5);
        assertThat(lesson("wgan-gp", 8).score()).isBetween(0.5, 1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gan", "wgan", "wgan-gp"})
    void theSameStudyGivesTheSameCriticAndAnotherSeedAnother(String game) {
        assertThat(scores(game, 5)).containsExactly(scores(game, 5)).isNotEqualTo(scores(game, 6));
    }

    @Test
    void slopesAreThoseOfTheScores() {
        try (StudiedCritic critic = new CriticStudy("wgan", new DensityPair.ParallelSegments(1), 20, 0).train()) {
            double step = 1e-2;
            double[] scores = critic.scores(new double[][] {{0.5, 0.5}, {0.5 + step, 0.5}, {0.5, 0.5 + step}});
            double slope = Math.hypot(scores[1] - scores[0], scores[2] - scores[0]) / step;
            assertThat(critic.slopes(new double[][] {{0.5, 0.5}})[0]).isCloseTo(slope, within(0.05 * slope));
            assertThatThrownBy(() -> critic.scores(new double[][] {{1}})).hasMessageContaining("1 coordinates");
            assertThat(critic.estimates())
                    .hasSize(20)
                    .last()
                    .extracting(StudiedCritic.StepEstimate::step)
                    .isEqualTo(19);
        }
    }

    @Test
    void studiesOfNoStepsAndNegativeDistancesAreRefused() {
        assertThatThrownBy(() -> new CriticStudy("gan", new DensityPair.Rings(1, 2), 0, 0))
                .hasMessageContaining("found 0");
        assertThatThrownBy(() -> new DensityPair.ShiftedGaussians(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new DensityPair.Rings(1, Double.NaN)).hasMessageContaining("NaN");
    }

    private static StudiedCritic.GeneratorGradient lesson(String game, double shift) {
        try (StudiedCritic critic = new CriticStudy(game, new DensityPair.ShiftedGaussians(shift), 300, 2).train()) {
            return critic.generatorGradient(500);
        }
    }

    private static double[] scores(String game, long seed) {
        try (StudiedCritic critic = new CriticStudy(game, new DensityPair.Rings(1, 2), 10, seed).train()) {
            return critic.scores(new double[][] {{0, 0}, {1, 1}, {-2, 0.5}});
        }
    }

    private static Measure points(int dimension, Supplier<Tensor> draw) {
        float[] values = NativeScope.get(() -> Tensors.toArray(draw.get()));
        double[][] rows = new double[values.length / dimension][dimension];
        for (int k = 0; k < values.length; k++) {
            rows[k / dimension][k % dimension] = values[k];
        }
        return Measure.samples(rows);
    }
}
