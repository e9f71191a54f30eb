package org.wgan4j.app.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Limits;

class StoppableCallTest {
    @Test
    void whatIsDoneInTimeIsTheAnswer() {
        assertThat(StoppableCall.run("sliced", Limits.NONE, () -> 7)).isEqualTo(7);
    }

    @Test
    void whatTheComputationThrowsIsThrown() {
        IllegalArgumentException wrong = new IllegalArgumentException("wrong");
        assertThatThrownBy(() -> StoppableCall.run("sliced", Limits.NONE, () -> {
                    throw wrong;
                }))
                .isSameAs(wrong);
        assertThatThrownBy(() -> StoppableCall.run("sliced", Limits.NONE, () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void aComputationThatHearsNothingIsLeftWhenItsLimitsAreOver() {
        CountDownLatch never = new CountDownLatch(1);
        for (Limits limits :
                new Limits[] {Limits.NONE.withTime(Duration.ofMillis(1)), Limits.NONE.withCancellation(() -> true)}) {
            assertThatThrownBy(() -> StoppableCall.run("sliced", limits, () -> deaf(never)))
                    .isInstanceOf(UnfinishedException.class)
                    .hasMessageContainingAll("sliced", "stopped", "no answer");
        }
        never.countDown();
    }

    private static int deaf(CountDownLatch never) {
        while (true) {
            try {
                never.await();
                return 1;
            } catch (InterruptedException ignored) {
                Thread.yield();
            }
        }
    }
}
