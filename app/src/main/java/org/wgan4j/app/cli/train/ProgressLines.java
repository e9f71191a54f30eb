package org.wgan4j.app.cli.train;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.wgan4j.gan.training.event.RunEvent;

/** Progress for logs and pipes: a line every ten seconds and after each epoch, at least two seconds apart. */
final class ProgressLines extends TrainingProgress {
    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();
    private static final long SHORTEST_INTERVAL = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private long lastLine;

    ProgressLines(PrintWriter err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong() - INTERVAL;
    }

    @Override
    void begin(RunEvent.Started started) {
        say(opening(started));
        lastLine = nanoTime.getAsLong() - INTERVAL;
    }

    @Override
    void step(RunEvent.Stepped stepped) {
        long step = stepped.record().step();
        if (waited(INTERVAL) || step == stepped.totalSteps()) {
            String left = rate().timeLeft(stepped.totalSteps())
                    .map(time -> ", " + TrainingRate.clock(time) + " left")
                    .orElse("");
            say("step " + step + "/" + stepped.totalSteps() + ", " + state(stepped.record(), stepped.totalSteps())
                    + left);
        }
    }

    @Override
    void epoch(RunEvent.EpochEnded ended) {
        if (waited(SHORTEST_INTERVAL)) {
            say("epoch " + ended.record().epoch() + "/" + ended.totalEpochs() + " ended after "
                    + TrainingRate.clock(
                            Duration.ofMillis(Math.round(1000 * ended.record().seconds())))
                    + ", means: " + String.join(", ", losses(ended.record().means())));
        }
    }

    @Override
    public void note(String message) {
        synchronized (err) {
            err.println("wgan4j: " + message);
            err.flush();
        }
    }

    @Override
    public void close() {
        err.flush();
    }

    private boolean waited(long pause) {
        return nanoTime.getAsLong() - lastLine >= pause;
    }

    private void say(String line) {
        synchronized (err) {
            err.println(line);
            err.flush();
        }
        lastLine = nanoTime.getAsLong();
    }
}
