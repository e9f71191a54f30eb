package org.wgan4j.report.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wgan4j.report.figure.draw.Svg;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.divergence.HistogramDivergence;
import org.wgan4j.transport.solver.OptimalTransport;

class FiguresTest {
    @Test
    void everyFigureHasANameOfItsOwnAndOneSentenceOnWhatToSee() {
        assertThat(Figures.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+"));
        for (Figure figure : Figures.all()) {
            assertThat(Figures.named(figure.name())).contains(figure);
            assertThat(figure.caption()).endsWith(".").hasSizeBetween(60, 300);
            assertThat(figure.summary()).hasSizeLessThan(100);
        }
        assertThat(Figures.named("no such")).isEmpty();
    }

    @Test
    void theDistanceOfParallelLinesIsHowFarTheyAreApart() {
        double[] distances = ParallelLines.wasserstein();
        for (int k = 0; k < distances.length; k++) {
            assertThat(distances[k]).isCloseTo(Math.abs(-1 + k / 20.0), within(1e-12));
        }
    }

    @Test
    void theDivergencesOfParallelLinesJumpAtZero() {
        double[] shannon = ParallelLines.divergence(HistogramDivergence::jensenShannon);
        double[] variation = ParallelLines.divergence(HistogramDivergence::totalVariation);
        double[] leibler = ParallelLines.divergence(HistogramDivergence::kullbackLeibler);
        for (int k = 0; k < shannon.length; k++) {
            boolean together = k == shannon.length / 2;
            assertThat(shannon[k]).isCloseTo(together ? 0 : Math.log(2), within(1e-12));
            assertThat(variation[k]).isCloseTo(together ? 0 : 1, within(1e-12));
            assertThat(leibler[k]).isEqualTo(together ? 0 : Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void aMovingGaussianIsHalfItsSquareInKlItselfInW2AndSaturatesInJs() {
        double[] means = MovingGaussian.MEANS.points();
        double[] shannon = MovingGaussian.jensenShannon();
        for (int k = 0; k < means.length; k++) {
            assertThat(MovingGaussian.wasserstein()[k]).isCloseTo(means[k], within(1e-10));
            assertThat(MovingGaussian.kullbackLeibler()[k]).isCloseTo(means[k] * means[k] / 2, within(1e-9));
            assertThat(k == 0 || shannon[k] >= shannon[k - 1] - 1e-12).isTrue();
        }
        double[] slopes = MovingGaussian.MEANS.slopes(shannon);
        assertThat(shannon[shannon.length - 1]).isCloseTo(Math.log(2), within(1e-9));
        assertThat(slopes[slopes.length - 1]).isCloseTo(0, within(1e-9));
    }

    @Test
    void theCriticHasSlopeOneEverywhereAndTheDiscriminatorNoneAtTheSamples() {
        double[] critic = CriticAndDiscriminator.critic();
        double[] absoluteSlopes = CriticAndDiscriminator.absoluteSlopes(critic);
        for (double slope : absoluteSlopes) {
            assertThat(slope).isCloseTo(1, within(1e-9));
        }
        assertThat(critic[0])
                .as("real samples lie at the left and score high")
                .isGreaterThan(critic[critic.length - 1]);
        double[] discriminator = CriticAndDiscriminator.discriminator();
        double[] flat = CriticAndDiscriminator.absoluteSlopes(discriminator);
        int generated = (int) Math.round((2.5 + 6) / CriticAndDiscriminator.LINE.step());
        assertThat(flat[generated]).isLessThan(1e-6);
        assertThat(discriminator[discriminator.length / 2]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void massOnItsWayBeginsAndEndsAtTheHistogramsAndKeepsItsSumAndMovesItsMean() {
        Histogram source = Histogram.of(0.5, 0.3, 0.2, 0, 0, 0);
        Histogram target = Histogram.of(0, 0, 0, 0.1, 0.6, 0.3);
        Plan plan = OptimalTransport.between(source, target)
                .cost(Cost.SQUARED_EUCLIDEAN)
                .solve()
                .plan();
        Displacement way = new Displacement(source, target, plan);
        assertThat(way.after(0)).containsExactly(source.masses(), within(1e-12));
        assertThat(way.after(1)).containsExactly(target.masses(), within(1e-12));
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            double[] masses = way.after(share);
            assertThat(Arrays.stream(masses).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(masses).min().orElseThrow()).isNotNegative();
        }
    }

    @Test
    void aShiftedHistogramIsShiftedHalfHalfWay() {
        Histogram source = Histogram.of(1, 2, 1, 0, 0, 0, 0);
        Histogram target = Histogram.of(0, 0, 0, 0, 1, 2, 1);
        Plan plan = OptimalTransport.between(source, target)
                .cost(Cost.SQUARED_EUCLIDEAN)
                .solve()
                .plan();
        assertThat(new Displacement(source, target, plan).after(0.5))
                .containsExactly(new double[] {0, 0, 1, 2, 1, 0, 0}, within(1e-12));
    }

    @Test
    void theInterpolationNamesItsTimesAndBothWays() {
        Interpolation interpolation = new Interpolation();
        assertThat(Svg.texts(Svg.parse(
                        interpolation.drawing(interpolation.displacement()).svg())))
                .contains("By optimal transport", "By mixing", "density, t = 0", "density, t = 0.25", "density, t = 1");
    }

    @Test
    void theLegendsOfTheFiguresNameWhatTheyShow() {
        assertThat(Svg.texts(Svg.parse(new ParallelLines().drawing().svg()))).contains("W₁ = |θ|", "JS = ln 2 (nats)");
        assertThat(Svg.texts(Svg.parse(new MovingGaussian().drawing().svg()))).contains("of JS: vanishes");
        assertThat(Svg.texts(Svg.parse(new CriticAndDiscriminator().drawing().svg())))
                .contains("best discriminator, D = p / (p + q)", "of the critic");
    }
}
