package org.wgan4j.report.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.study.DensityPair;
import org.wgan4j.report.figure.draw.Svg;

/** The figures that train critics, with fewer steps and pairs. */
class StudiedCriticsTest {
    @Test
    void whatTheGanTeachesVanishesAndWhatTheCriticsTeachDoesNot() {
        VanishingGradient figure = new VanishingGradient(150, List.of(1.0, 8.0));
        VanishingGradient.GeneratorGradients gradients = figure.measure();
        assertThat(gradients.saturating()[1]).isLessThan(gradients.saturating()[0] / 100);
        assertThat(gradients.penalised()[1]).isBetween(0.3, 2.0);
        assertThat(gradients.clipped()[1]).isPositive();
        assertThat(gradients.nonSaturating()[1]).isPositive();
    }

    @Test
    void thePenalisedCriticSaysTheKnownDistanceOnceItsSlopeIsTakenOut() {
        CriticsAgainstTruth figure = new CriticsAgainstTruth(250, 100, List.of(new DensityPair.ParallelSegments(1)));
        CriticsAgainstTruth.CriticMeasurement measurement =
                figure.measurements("wgan-gp").get(0);
        assertThat(measurement.overMean()).isCloseTo(1, within(0.1));
        assertThat(measurement.overLargest()).isLessThanOrEqualTo(measurement.exact() + 0.05);
    }

    @Test
    void theirLegendsNameTheGames() {
        assertThat(Svg.texts(Svg.parse(
                        new VanishingGradient(2, List.of(1.0, 2.0)).drawing().svg())))
                .contains("GAN, log(1 − D): vanishes", "GAN, −log D", "WGAN, clipped at 0.1", "WGAN-GP");
        assertThat(Svg.texts(Svg.parse(new CriticsAgainstTruth(2, 20, List.of(new DensityPair.Rings(1, 2)))
                        .drawing()
                        .svg())))
                .contains("what W₁ is", "estimate as it is", "over its largest slope", "R");
    }

    @Test
    void theyAreDrawnOnlyWhereTheyAreNamed() {
        assertThat(Figures.all().stream().filter(Figure::trains).map(Figure::name))
                .containsExactly("vanishing-gradient", "critics-against-truth");
    }
}
