package org.wgan4j.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class CountProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    /** Counts to 25, one a second, and says something where it is wished. */
    private String afterCounting(boolean quiet, IntPredicate noteAt) {
        try (CountProgress progress = new CountProgress("stones", quiet, new PrintWriter(err), now::get)) {
            for (int done = 1; done <= 25; done++) {
                now.addAndGet(Duration.ofSeconds(1).toNanos());
                progress.reached(done, 25);
                if (noteAt.test(done)) {
                    progress.note("one is broken");
                }
            }
        }
        return err.toString();
    }

    @Test
    void awayFromATerminalThereIsALineEveryTenSeconds() {
        assertThat(afterCounting(false, done -> false).lines())
                .containsExactly("wgan4j: 10 of 25 stones", "wgan4j: 20 of 25 stones");
    }

    @Test
    void inQuietNotesAloneAreShown() {
        assertThat(afterCounting(true, done -> done == 12).lines()).containsExactly("wgan4j: one is broken");
    }

    @Test
    void onATerminalABarIsDrawn() {
        System.setProperty(Terminal.COLUMNS, "80");
        try {
            assertThat(afterCounting(false, done -> done == 12))
                    .contains("stones", "one is broken")
                    .endsWith(System.lineSeparator());
        } finally {
            System.clearProperty(Terminal.COLUMNS);
        }
    }
}
