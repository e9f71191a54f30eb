package org.wgan4j.gan.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks have the share of ones that is asked for, no order, and are functions of their key alone. */
class RandomMaskTest {
    private static final RandomStream RANDOM = RandomStream.root(3);

    @BeforeAll
    static void start() {
        TorchRuntime.start(0);
    }

    private static float[] mask(RandomStream stream, double probability, long... shape) {
        return NativeScope.get(() -> Tensors.toArray(stream.bernoulli(Compute.CPU, probability, shape)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.95})
    void theShareOfOnesIsWithinFourDeviationsOfTheProbability(double probability) {
        int n = 400_001;
        double deviation = Math.sqrt(probability * (1 - probability) / n);
        assertThat(mean(mask(RANDOM, probability, n), 1, 0)).isCloseTo(probability, within(4 * deviation));
    }

    @Test
    void neighboursAndThoseOnePairApartAreUncorrelated() {
        float[] mask = mask(RANDOM, 0.5, 400_000);
        for (int apart : new int[] {1, 2}) {
            double both = 0;
            for (int i = 0; i + apart < mask.length; i++) {
                both += mask[i] * mask[i + apart];
            }
            assertThat(both / mask.length).isCloseTo(0.25, within(4 * 0.43 / Math.sqrt(mask.length)));
        }
        // The two halves of one random word.
        assertThat(mean(mask, 2, 0)).isCloseTo(mean(mask, 2, 1), within(0.005));
    }

    @Test
    void probabilityZeroGivesNoOnesAndProbabilityOneOnlyOnes() {
        assertThat(mask(RANDOM, 0, 7, 3)).containsOnly(0f);
        assertThat(mask(RANDOM, 1, 7, 3)).containsOnly(1f);
    }

    @Test
    void theSameKeyGivesTheSameMaskAndAnotherKeyAnother() {
        assertThat(mask(RANDOM.child(4), 0.5, 9, 9)).isEqualTo(mask(RANDOM.child(4), 0.5, 9, 9));
        assertThat(mask(RANDOM.child(4), 0.5, 9, 9)).isNotEqualTo(mask(RANDOM.child(5), 0.5, 9, 9));
    }

    private static double mean(float[] values, int stride, int from) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < values.length; i += stride) {
            sum += values[i];
            count++;
        }
        return sum / count;
    }
}
