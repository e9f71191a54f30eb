package org.wgan4j.app.cli.train;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.app.cli.console.Terminal;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;

/** The display of a run that is training, on the error stream. Events come from one thread, notes from any. */
public abstract sealed class TrainingProgress implements AutoCloseable
        permits ProgressBarView, ProgressLines, QuietProgress {
    /** Short names of the terms that are shown; the files hold all of them. */
    private static final Map<String, String> SHOWN = Map.of(
            "critic_loss", "critic",
            "generator_loss", "generator",
            "wasserstein_estimate", "W estimate");

    private static final List<String> ORDER = List.of("critic_loss", "generator_loss", "wasserstein_estimate");

    private final TrainingRate rate = new TrainingRate();
    private double stepsPerEpoch = 1;
    private String summary = "nothing was trained";

    /** A bar on a terminal, lines elsewhere, nothing with {@code --quiet}. */
    public static TrainingProgress choose(boolean quiet, PrintWriter err) {
        if (quiet) {
            return new QuietProgress();
        }
        return Terminal.onErrorStream()
                ? new ProgressBarView(err, Terminal.columns())
                : new ProgressLines(err, System::nanoTime);
    }

    /** Shows an event. */
    public final void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            stepsPerEpoch = started.stepsPerEpoch();
            begin(started);
        } else if (event instanceof RunEvent.Stepped stepped) {
            rate.add(stepped.record());
            step(stepped);
        } else if (event instanceof RunEvent.EpochEnded ended) {
            epoch(ended);
        } else if (event instanceof RunEvent.Noted noted) {
            note(noted.message());
        } else if (event instanceof RunEvent.Finished finished) {
            summary = (finished.outcome() == Outcome.STOPPED ? "stopped and saved after " : "trained ")
                    + finished.step() + " generator steps in "
                    + TrainingRate.clock(Duration.ofMillis(Math.round(1000 * finished.seconds())));
        }
    }

    abstract void begin(RunEvent.Started started);

    abstract void step(RunEvent.Stepped stepped);

    abstract void epoch(RunEvent.EpochEnded ended);

    /** Shows a remark; may be called from another thread. */
    public abstract void note(String message);

    @Override
    public abstract void close();

    /** What was done, once the run has ended. */
    final String summary() {
        return summary;
    }

    final TrainingRate rate() {
        return rate;
    }

    /** The line shown at the start: recipe, directory, length, device, threads, precision. */
    final String opening(RunEvent.Started started) {
        String from = started.step() == 0 ? "" : " from step " + started.step();
        return String.format(
                Locale.ROOT,
                "%s%s into %s: %d generator steps, %.4g an epoch, on %s with %d threads in %s",
                started.recipeName(),
                from,
                started.directory().path(),
                started.totalSteps(),
                started.stepsPerEpoch(),
                started.device(),
                started.threads(),
                started.precision());
    }

    /** Epoch, losses and speed, such as {@code epoch 1/3, critic -3.214, generator 0.120, 4521 images/s}. */
    final String state(StepRecord record, long totalSteps) {
        List<String> parts = new ArrayList<>();
        parts.add("epoch " + epoch(record.step(), totalSteps));
        parts.addAll(losses(record.terms()));
        double speed = rate.imagesPerSecond();
        if (speed > 0) {
            parts.add(String.format(Locale.ROOT, "%.0f images/s", speed));
        }
        return String.join(", ", parts);
    }

    /** The same for narrow terminals, such as {@code epoch 1/3 C -3.21 G 0.12 4521/s}. */
    final String shortState(StepRecord record, long totalSteps) {
        String losses = String.format(
                Locale.ROOT,
                "C %.2f G %.2f",
                record.terms().getOrDefault("critic_loss", Double.NaN),
                record.terms().getOrDefault("generator_loss", Double.NaN));
        double speed = rate.imagesPerSecond();
        return "epoch " + epoch(record.step(), totalSteps) + " " + losses
                + (speed > 0 ? String.format(Locale.ROOT, " %.0f/s", speed) : "");
    }

    private String epoch(long step, long totalSteps) {
        long epochs = (long) Math.floor((totalSteps - 1) / stepsPerEpoch + 1e-9) + 1;
        long epoch = Math.min(epochs, (long) Math.floor((step - 1) / stepsPerEpoch + 1e-9) + 1);
        return epoch + "/" + epochs;
    }

    static List<String> losses(Map<String, Double> terms) {
        List<String> parts = new ArrayList<>();
        for (String term : ORDER) {
            Double value = terms.get(term);
            if (value != null) {
                parts.add(String.format(Locale.ROOT, "%s %.3f", SHOWN.get(term), value));
            }
        }
        return parts;
    }
}
