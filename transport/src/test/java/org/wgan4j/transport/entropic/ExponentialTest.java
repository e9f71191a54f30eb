package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void agreesWithTheLibraryToTheLastDigits() {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = new double[10_001];
        for (int i = 0; i < x.length; i++) {
            x[i] = -300 * Math.pow(random.nextDouble(), 3);
        }
        double[] y = x.clone();
        Exponential.overwrite(y, y.length);
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i] / Math.exp(x[i])).isCloseTo(1, within(4e-16));
        }
    }

    @Test
    void hasTheBoundaryValues() {
        double[] x = {0, -0.0, -1e-300, Double.NEGATIVE_INFINITY, -1e300, -300, 7};
        Exponential.overwrite(x, 6);
        assertThat(x).startsWith(1, 1, 1).endsWith(7);
        assertThat(x[3]).isEqualTo(x[5]).isEqualTo(x[4]).isCloseTo(Math.exp(-300), within(1e-143));
    }
}
