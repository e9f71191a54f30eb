package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.ActionableException;

/** Synthetic data sets against their exact moments: 100,000 points estimate a mean to about its deviation over 316. */
class SyntheticDatasetTest {
    static List<SyntheticDataset> datasets() {
        return SyntheticDataset.all();
    }

    private static Points points(SyntheticDataset synthetic) {
        return (Points) synthetic.dataset().samples();
    }

    private static double mean(Points points, IntToDoubleFunction value) {
        return IntStream.range(0, points.count()).mapToDouble(value).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void aWorldIsTheSameEachTimeAndLiesWithinItsReach(SyntheticDataset synthetic) {
        Dataset dataset = synthetic.dataset();
        Points points = points(synthetic);

        assertThat(dataset.size()).isEqualTo(100_000);
        assertThat(dataset.shape()).hasToString("2x1x1");
        assertThat(dataset.sha256())
                .isEqualTo(Datasets.load(DataSource.named(synthetic.name())).sha256());
        for (int i = 0; i < points.count(); i++) {
            assertThat(Math.max(Math.abs(points.x(i)), Math.abs(points.y(i))))
                    .isLessThan((float) synthetic.halfWidth());
        }
    }

    @Test
    void theRingHasItsMomentsAndEqualModes() {
        Points ring = points(SyntheticDataset.RING);

        assertThat(mean(ring, i -> ring.x(i))).isCloseTo(0, within(0.01));
        assertThat(mean(ring, i -> ring.y(i))).isCloseTo(0, within(0.01));
        assertThat(mean(ring, i -> ring.x(i) * ring.x(i) + ring.y(i) * ring.y(i)))
                .isCloseTo(1 + 2 * 0.01 * 0.01, within(3e-4));
        assertThat(SyntheticDataset.RING.dataset().classHistogram().values())
                .hasSize(8)
                .allSatisfy(count -> assertThat(count).isBetween(12_100, 12_900));
    }

    @Test
    void theGridHasItsMomentsAndEqualModes() {
        Points grid = points(SyntheticDataset.GRID);

        assertThat(mean(grid, i -> grid.x(i) * grid.x(i))).isCloseTo(8 + 0.05 * 0.05, within(0.1));
        assertThat(mean(grid, i -> grid.y(i) * grid.y(i))).isCloseTo(8 + 0.05 * 0.05, within(0.1));
        assertThat(mean(grid, i -> grid.x(i) * grid.y(i))).isCloseTo(0, within(0.1));
        assertThat(SyntheticDataset.GRID.dataset().classHistogram().values())
                .hasSize(25)
                .allSatisfy(count -> assertThat(count).isBetween(3_750, 4_250));
    }

    @Test
    void pointsOfAMixtureLieAroundTheCentreOfTheirLabelAsAGaussianDoes() {
        for (SyntheticDataset synthetic : List.of(SyntheticDataset.RING, SyntheticDataset.GRID)) {
            SyntheticDataset.Mixture mixture = (SyntheticDataset.Mixture) synthetic;
            Dataset dataset = mixture.dataset();
            Points points = points(mixture);
            double[] standardised = IntStream.range(0, points.count())
                    .mapToDouble(i -> {
                        SyntheticDataset.Point centre = mixture.centres().get(dataset.label(i));
                        return Math.hypot(points.x(i) - centre.x(), points.y(i) - centre.y())
                                / mixture.standardDeviation();
                    })
                    .toArray();
            // Rayleigh's law: a radius of at most r has the probability 1 - exp(-r^2 / 2).
            for (double radius : new double[] {0.5, 1, 2, 3}) {
                double share = (double) IntStream.range(0, standardised.length)
                                .filter(i -> standardised[i] <= radius)
                                .count()
                        / standardised.length;
                assertThat(share).isCloseTo(1 - Math.exp(-radius * radius / 2), within(0.006));
            }
        }
    }

    @Test
    void theSwissRollHasTheMomentsOfItsFormula() {
        Points roll = points(new SyntheticDataset.SwissRoll());
        double scale = SyntheticDataset.SwissRoll.SCALE;
        double noise = 2 * SyntheticDataset.SwissRoll.NOISE * SyntheticDataset.SwissRoll.NOISE;
        double a = 1.5 * Math.PI;
        double b = 4.5 * Math.PI;
        // E t cos t, with the integral of t cos t = t sin t + cos t; E t sin t alike; E t^2 = (b^3 - a^3) / (3 (b -
        // a)).
        double meanX = (b * Math.sin(b) + Math.cos(b) - a * Math.sin(a) - Math.cos(a)) / (b - a) / scale;
        double meanY = (Math.sin(b) - b * Math.cos(b) - Math.sin(a) + a * Math.cos(a)) / (b - a) / scale;
        double square = ((b * b * b - a * a * a) / (3 * (b - a)) + noise) / (scale * scale);

        assertThat(mean(roll, i -> roll.x(i))).isCloseTo(meanX, within(0.015));
        assertThat(mean(roll, i -> roll.y(i))).isCloseTo(meanY, within(0.015));
        assertThat(mean(roll, i -> roll.x(i) * roll.x(i) + roll.y(i) * roll.y(i)))
                .isCloseTo(square, within(0.015));
        assertThat(SyntheticDataset.SWISS_ROLL.dataset().labelled()).isFalse();
    }

    @Test
    void modesAreChosenLikeDigits() {
        Dataset two = Datasets.load(new DataSource("ring", Optional.empty(), Optional.empty(), Set.of(0, 4)));
        Points points = (Points) two.samples();

        assertThat(two.classHistogram().keySet()).containsExactly(0, 4);
        for (int i = 0; i < points.count(); i++) {
            assertThat(Math.abs(points.x(i))).isBetween(0.94f, 1.06f);
        }
    }

    @Test
    void aSourceNamesAWorldOnlyWithoutFilesOfItsOwn() {
        assertThat(SyntheticDataset.of(DataSource.named("ring"))).contains(SyntheticDataset.RING);
        assertThat(SyntheticDataset.of(DataSource.named("mnist"))).isEmpty();
        assertThat(SyntheticDataset.of(new DataSource(
                        "ring", Optional.of(java.nio.file.Path.of("a.idx")), Optional.empty(), Set.of())))
                .isEmpty();
    }

    @Test
    void pointsAreNoImages() {
        Dataset ring = SyntheticDataset.RING.dataset();
        assertThatThrownBy(ring::images)
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("ring", "100000 points of the plane", "mnist");
    }

    @Test
    void aMixtureNeedsACentreAndADeviation() {
        assertThatThrownBy(() -> new SyntheticDataset.Mixture("none", "", List.of(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new SyntheticDataset.Mixture("flat", "", List.of(new SyntheticDataset.Point(0, 0)), 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
