package org.wgan4j.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArraySizeTest {
    @Test
    void productsThatFitAnArrayAreItsLength() {
        assertThat(ArraySize.of("pixels", 3, 28, 28)).isEqualTo(2352);
        assertThat(ArraySize.of("pixels", 0, Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isZero();
        assertThat(ArraySize.of("pixels", ArraySize.MOST)).isEqualTo(ArraySize.MOST);
    }

    @Test
    void productsThatWouldWrapAroundAreRefusedWithTheirFactors() {
        for (long[] sizes : new long[][] {
            {20_000, 3, 256, 256}, {1 << 16, 1 << 16}, {1L << 32, 1L << 32}, {ArraySize.MOST, 2}, {Long.MAX_VALUE, 3}
        }) {
            assertThatThrownBy(() -> ArraySize.of("pixels", sizes))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContainingAll("pixels", sizes[0] + " x " + sizes[1], "2147483639");
        }
        assertThatThrownBy(() -> ArraySize.of("pixels", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anArrayThatMemoryCannotHoldIsRefusedWithBothSizes() {
        assertThatThrownBy(() -> ArraySize.make("10000 images of 3x256x256", 1_966_080_000, 1, length -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("10000 images of 3x256x256 take 1966 MB", "Java has", "give Java more");
        assertThat(ArraySize.make("pixels", 3, 1, byte[]::new)).hasSize(3);
    }
}
