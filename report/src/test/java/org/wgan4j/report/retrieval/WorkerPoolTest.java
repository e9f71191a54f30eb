package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;

class WorkerPoolTest {
    @Test
    void everyTaskIsDoneOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        try (WorkerPool workers = new WorkerPool(4)) {
            workers.each(1000, done::incrementAndGet);
            workers.each(0, i -> done.set(i, 7));
        }
        for (int i = 0; i < done.length(); i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void aFailureIsThrown() {
        try (WorkerPool workers = new WorkerPool(3)) {
            assertThatThrownBy(() -> workers.each(100, i -> {
                        if (i == 42) {
                            throw new ActionableException("task 42");
                        }
                    }))
                    .isInstanceOf(ActionableException.class)
                    .hasMessage("task 42");
        }
    }
}
