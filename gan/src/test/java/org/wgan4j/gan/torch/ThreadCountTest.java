package org.wgan4j.gan.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The number of threads of the process changes only where somebody says so. */
class ThreadCountTest {
    @Test
    void loadingLeavesTheNumberAsItIs() {
        TorchRuntime.start(3);
        assertThat(TorchRuntime.load().threads()).isEqualTo(3);
        TorchRuntime.start(2);
        assertThat(TorchRuntime.load().threads()).isEqualTo(2);
    }

    @Test
    void aNumberForAWhileIsTakenBackFromTheInsideOut() {
        TorchRuntime.start(2);
        try (ThreadCount outer = ThreadCount.set(1)) {
            assertThat(outer.runtime().threads()).isEqualTo(1);
            try (ThreadCount inner = ThreadCount.set(3)) {
                assertThat(inner.runtime().threads()).isEqualTo(3);
            }
            assertThat(TorchRuntime.load().threads()).isEqualTo(1);
        }
        assertThat(TorchRuntime.load().threads()).isEqualTo(2);
    }

    @Test
    void aNumberBelowZeroIsRefused() {
        assertThatThrownBy(() -> ThreadCount.set(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThat(TorchRuntime.load().threads()).isPositive();
    }
}
