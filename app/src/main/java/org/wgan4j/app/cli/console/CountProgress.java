package org.wgan4j.app.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** The progress of a counted task: a bar on a terminal, a line every ten seconds elsewhere, nothing in the first second. Safe for use by several threads. */
public final class CountProgress implements AutoCloseable {
    private static final int UPDATE_MILLIS = 250;
    private static final long DELAY = Duration.ofSeconds(1).toNanos();
    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    private final String task;
    private final boolean quiet;
    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private final long started;
    private long lastLine;
    private @Nullable ProgressBar bar;

    /**
     * A task of which nothing is done.
     *
     * @param task what is counted, such as {@code pictures read}
     */
    public CountProgress(String task, boolean quiet, PrintWriter err, LongSupplier nanoTime) {
        this.task = task;
        this.quiet = quiet;
        this.err = err;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastLine = started;
    }

    /** Shows that so many are done; the largest count so far, if it is called from several threads. */
    public synchronized void reached(int done, int all) {
        long now = nanoTime.getAsLong();
        if (quiet || now - started < DELAY) {
            return;
        }
        if (Terminal.onErrorStream()) {
            draw(done, all);
        } else if (now - lastLine >= INTERVAL) {
            note(done + " of " + all + " " + task);
            lastLine = now;
        }
    }

    /** Shows a remark. */
    public synchronized void note(String message) {
        if (bar != null) {
            err.print("\r" + " ".repeat(Terminal.columns() - 1) + "\r");
        }
        err.println("wgan4j: " + message);
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.println();
            err.flush();
        }
    }

    private void draw(int done, int all) {
        ProgressBar drawn = bar;
        if (drawn == null) {
            drawn = ProgressBar.builder()
                    .setTaskName("")
                    .setInitialMax(all)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new DelegatingProgressBarConsumer(this::line, Terminal.columns() - 1))
                    .build();
            drawn.setExtraMessage(" " + task);
            bar = drawn;
        }
        drawn.stepTo(Math.max(drawn.getCurrent(), done));
    }

    private void line(String text) {
        synchronized (err) {
            err.print("\r" + text.strip());
            err.flush();
        }
    }
}
