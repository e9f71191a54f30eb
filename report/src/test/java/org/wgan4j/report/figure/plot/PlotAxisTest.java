package org.wgan4j.report.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotAxisTest {
    private static List<String> labels(PlotAxis axis) {
        return axis.ticks().stream().map(PlotAxis.Tick::label).toList();
    }

    @Test
    void ticksStandAtRoundValues() {
        assertThat(labels(PlotAxis.over("", 0, 1))).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(PlotAxis.over("", -1, 1, 4))).containsExactly("−1", "−0.5", "0", "0.5", "1");
        assertThat(labels(PlotAxis.over("", 0, 612))).containsExactly("0", "200", "400", "600");
    }

    @ParameterizedTest
    @CsvSource({"0,1e-9", "0,1e12", "-3e-5,2e-5", "1e9,1.000001e9", "-1e300,1e300", "0.1,0.3"})
    void everyRangeHasAFewTicksWithinItEachWithItsOwnLabel(double low, double high) {
        PlotAxis axis = PlotAxis.over("", low, high);
        assertThat(axis.ticks()).hasSizeBetween(2, 9);
        assertThat(axis.ticks())
                .allMatch(tick ->
                        tick.value() >= low - (high - low) * 1e-6 && tick.value() <= high + (high - low) * 1e-6);
        assertThat(labels(axis)).doesNotHaveDuplicates();
    }

    @Test
    void aRangeOfOneValueIsWidened() {
        assertThat(PlotAxis.over("", 3, 3).high()).isGreaterThan(3);
    }

    @Test
    void fewBinsAreAllNumberedAndManyAreNot() {
        assertThat(labels(PlotAxis.bins("", 3))).containsExactly("0", "1", "2");
        assertThat(PlotAxis.bins("", 1).ticks()).hasSize(1);
        assertThat(PlotAxis.bins("", 2000).ticks()).hasSizeLessThan(15).hasSizeGreaterThan(5);
    }

    @Test
    void aRangeWithoutWidthIsRefused() {
        assertThatThrownBy(() -> new PlotAxis("", 1, 1, List.of())).hasMessageContaining("1.0 to 1.0");
        assertThatThrownBy(() -> new PlotAxis("", 0, Double.NaN, List.of())).hasMessageContaining("NaN");
    }

    @Test
    void aLogarithmicAxisHasTicksAtPowersOfTenAndNamesThem() {
        PlotAxis axis = PlotAxis.logarithmic("w", 0.1, 100);
        assertThat(axis.low()).isEqualTo(-1);
        assertThat(axis.high()).isEqualTo(2);
        assertThat(axis.ticks()).extracting(PlotAxis.Tick::label).containsExactly("0.1", "1", "10", "100");
        assertThat(PlotAxis.logarithmic("w", 1e-9, 1e4).ticks())
                .extracting(PlotAxis.Tick::label)
                .containsExactly("10⁻⁹", "10⁻⁶", "10⁻³", "1", "1000");
    }
}
