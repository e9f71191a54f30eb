package org.wgan4j.app.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SphericalInterpolationTest {
    private static final int SIZE = 7;
    private static final int STOPS = 5;

    private static float[] stops(long seed) {
        Random random = new Random(seed);
        float[] stops = new float[STOPS * SIZE];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = (float) random.nextGaussian();
        }
        return stops;
    }

    private static double norm(float[] point) {
        double sum = 0;
        for (float value : point) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Test
    void aLineVisitsEveryStopAndEndsAtTheLast() {
        float[] stops = stops(1);
        float[] line = new SphericalInterpolation(stops, SIZE).line((STOPS - 1) * 10 + 1);
        for (int stop = 0; stop < STOPS; stop++) {
            float[] visited = Arrays.copyOfRange(line, stop * 10 * SIZE, (stop * 10 + 1) * SIZE);
            float[] expected = Arrays.copyOfRange(stops, stop * SIZE, (stop + 1) * SIZE);
            assertThat(visited).containsExactly(expected, within(1e-5f));
        }
    }

    @Test
    void aLoopVisitsEveryStopAndItsLastFrameIsOneStrideBeforeTheFirst() {
        float[] stops = stops(2);
        float[] loop = new SphericalInterpolation(stops, SIZE).loop(STOPS * 12);
        for (int stop = 0; stop < STOPS; stop++) {
            float[] visited = Arrays.copyOfRange(loop, stop * 12 * SIZE, (stop * 12 + 1) * SIZE);
            assertThat(visited)
                    .containsExactly(Arrays.copyOfRange(stops, stop * SIZE, (stop + 1) * SIZE), within(1e-5f));
        }
        float[] last = Arrays.copyOfRange(loop, loop.length - SIZE, loop.length);
        float[] expected = SphericalInterpolation.between(
                Arrays.copyOfRange(stops, (STOPS - 1) * SIZE, STOPS * SIZE), Arrays.copyOf(stops, SIZE), 11 / 12.0);
        assertThat(last).containsExactly(expected, within(1e-5f));
    }

    @Test
    void betweenStopsOfOneNormEveryPointHasThatNorm() {
        float[] a = {3, 4, 0};
        float[] b = {0, 0, 5};
        for (double t = 0; t <= 1; t += 0.125) {
            assertThat(norm(SphericalInterpolation.between(a, b, t))).isCloseTo(5, within(1e-6));
        }
    }

    @Test
    void theWayBackIsTheSameWay() {
        float[] stops = stops(3);
        float[] a = Arrays.copyOf(stops, SIZE);
        float[] b = Arrays.copyOfRange(stops, SIZE, 2 * SIZE);
        assertThat(SphericalInterpolation.between(a, b, 0.3))
                .containsExactly(SphericalInterpolation.between(b, a, 0.7), within(1e-6f));
    }

    @Test
    void coincidingOppositeAndZeroStopsGiveNumbers() {
        float[] a = {1, 2};
        float[] opposite = {-1, -2};
        float[] zero = {0, 0};
        assertThat(SphericalInterpolation.between(a, a, 0.4)).containsExactly(a, within(1e-6f));
        assertThat(SphericalInterpolation.between(a, opposite, 0.25))
                .containsExactly(new float[] {0.5f, 1}, within(1e-6f));
        assertThat(SphericalInterpolation.between(a, zero, 0.5)).containsExactly(new float[] {0.5f, 1}, within(1e-6f));
    }

    @Test
    void aWalkNeedsTwoWholeStopsAndAFrame() {
        assertThatThrownBy(() -> new SphericalInterpolation(new float[SIZE], SIZE))
                .hasMessageContaining("two or more");
        assertThatThrownBy(() -> new SphericalInterpolation(new float[2 * SIZE + 1], SIZE))
                .hasMessageContaining("15 numbers");
        assertThatThrownBy(() -> new SphericalInterpolation(stops(4), SIZE).loop(0))
                .hasMessageContaining("not 0");
    }
}
