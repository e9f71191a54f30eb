package org.wgan4j.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures of more numbers than an array can hold are refused in a sentence, before anything is copied. */
class SizesTest {
    private static double[][] shared(int rows, int columns) {
        double[][] matrix = new double[rows][];
        Arrays.fill(matrix, new double[columns]);
        return matrix;
    }

    @Test
    void pointsTimesCoordinatesMustFitAnArray() {
        assertThatThrownBy(() -> Measure.samples(shared(70_000, 70_000)))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("4900000000");
    }

    @Test
    void heightTimesWidthMustFitAnArray() {
        assertThatThrownBy(() -> Measure.histogram(shared(65_536, 65_536)))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("4294967296");
    }

    @Test
    void aGridWhoseCellsOverflowIsNotTheNumberOfItsMasses() {
        List<Integer> shape = List.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 4);
        assertThatThrownBy(() -> Histogram.grid(shape, 1)).isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> Histogram.grid(List.of(1 << 16, 1 << 16, 1 << 16, 1 << 16), 1))
                .isInstanceOf(ShapeMismatchException.class);
    }
}
