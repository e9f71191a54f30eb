package org.wgan4j.app.cli.train;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.training.event.RunEvent;

/** Progress on a terminal, in one line that is redrawn: a bar, the epoch, the losses, the speed and the time left. */
final class ProgressBarView extends TrainingProgress {
    private static final int UPDATE_MILLIS = 250;

    /** From so many columns on there is room for the full names of the losses beside the bar. */
    private static final int WIDE = 130;

    private final PrintWriter err;
    private final int columns;
    private @Nullable ProgressBar bar;
    private volatile long total;

    ProgressBarView(PrintWriter err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    void begin(RunEvent.Started started) {
        note(opening(started));
        total = started.totalSteps();
        // A consumer of a fixed width: the default one opens the terminal, after which Ctrl-C sends no signal.
        bar = ProgressBar.builder()
                .setTaskName("")
                .setInitialMax(started.totalSteps())
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .startsFrom(started.step(), Duration.ZERO)
                .setEtaFunction(state -> rate().timeLeft(total))
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns - 1))
                .build();
    }

    @Override
    void step(RunEvent.Stepped stepped) {
        if (bar != null) {
            total = stepped.totalSteps();
            bar.maxHint(total);
            bar.stepTo(stepped.record().step());
            String state = columns < WIDE
                    ? shortState(stepped.record(), stepped.totalSteps())
                    : state(stepped.record(), stepped.totalSteps());
            bar.setExtraMessage(" " + state);
        }
    }

    @Override
    void epoch(RunEvent.EpochEnded ended) {}

    @Override
    public void note(String message) {
        synchronized (err) {
            err.print("\r" + " ".repeat(columns - 1) + "\r");
            err.println(message);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            synchronized (err) {
                err.println();
                err.flush();
            }
        }
    }

    private void draw(String line) {
        synchronized (err) {
            String text = line.strip();
            err.print("\r" + text + " ".repeat(Math.max(0, columns - 1 - text.length())));
            err.flush();
        }
    }
}
