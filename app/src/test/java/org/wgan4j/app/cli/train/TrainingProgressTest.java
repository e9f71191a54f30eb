package org.wgan4j.app.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wgan4j.app.cli.console.StopSignal;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;

class TrainingProgressTest {
    private static final long TOTAL = 100;
    private static final double STEPS_PER_EPOCH = 40;

    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text);

    private static StepRecord record(long step, double seconds) {
        Map<String, Double> terms = Map.of("critic_loss", -1.5, "generator_loss", 0.25, "wasserstein_estimate", 2.0);
        return new StepRecord(step, step / STEPS_PER_EPOCH, step * 5, step * 320, seconds, terms, Map.of());
    }

    private static RunEvent.Started started(long step) {
        RunDirectory directory = new RunDirectory(Path.of("runs", "a"));
        return new RunEvent.Started(
                directory,
                Recipes.load("quick", List.of()),
                "quick",
                step,
                TOTAL,
                STEPS_PER_EPOCH,
                "cpu",
                2,
                "float32");
    }

    /** Tells a display of a run whose steps take half a second each. */
    private static void play(TrainingProgress progress, AtomicLong clock) {
        progress.accept(started(0));
        for (int step = 1; step <= TOTAL; step++) {
            clock.addAndGet(Duration.ofMillis(500).toNanos());
            progress.accept(new RunEvent.Stepped(record(step, step * 0.5), TOTAL));
            if (step % 40 == 0) {
                EpochRecord epoch = new EpochRecord(step / 40, step, 20, Map.of("critic_loss", -1.0), Map.of());
                progress.accept(new RunEvent.EpochEnded(epoch, 3));
            }
        }
        progress.accept(new RunEvent.Finished(Outcome.FINISHED, TOTAL, 50));
    }

    @Test
    void aLogGetsALineEveryTenSecondsAndAfterEachEpoch() {
        AtomicLong clock = new AtomicLong(5);
        try (TrainingProgress progress = new ProgressLines(err, clock::get)) {
            play(progress, clock);
            assertThat(progress.summary()).isEqualTo("trained 100 generator steps in 0:50");
        }
        List<String> lines = text.toString().lines().toList();
        assertThat(lines.get(0)).contains("quick into", "100 generator steps", "2 threads");
        assertThat(lines).hasSizeBetween(6, 10);
        assertThat(lines).anyMatch(line -> line.startsWith("step 60/100, epoch 2/3, critic -1.500, generator 0.250"));
        assertThat(lines)
                .last()
                .asString()
                .startsWith("step 100/100, epoch 3/3")
                .endsWith("640 images/s, 0:00 left");
        assertThat(text.toString()).doesNotContain("\r");
    }

    @Test
    void aTerminalGetsOneLineThatIsDrawnOverAndOverAndFitsIt() {
        for (int columns : new int[] {80, 150}) {
            draw(columns);
            text.getBuffer().setLength(0);
        }
    }

    private void draw(int columns) {
        try (TrainingProgress progress = new ProgressBarView(err, columns)) {
            play(progress, new AtomicLong());
        }
        String[] drawings = text.toString().split("[\r\n]+");
        assertThat(drawings)
                .filteredOn(line -> line.contains("%"))
                .isNotEmpty()
                .allMatch(line -> line.length() < columns);
        assertThat(text.toString())
                .contains("100/100", "epoch 3/3", columns < 130 ? "C -1.50 G 0.25" : "critic -1.500");
        assertThat(text.toString().lines().filter(line -> !line.isBlank()).count())
                .isGreaterThan(1);
    }

    @Test
    void silenceIsSilentAndStillKnowsTheSummary() {
        try (TrainingProgress progress = new QuietProgress()) {
            play(progress, new AtomicLong());
            assertThat(progress.summary()).contains("100 generator steps");
        }
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void theSpeedIsThatOfTheLastSecondsAndTheTimeLeftFollowsIt() {
        TrainingRate pace = new TrainingRate();
        assertThat(pace.timeLeft(10)).isEmpty();
        for (int step = 1; step <= 1000; step++) {
            pace.add(record(step, step * 0.1));
        }
        for (int step = 1001; step <= 1100; step++) {
            pace.add(record(step, 100 + (step - 1000) * 0.4));
        }
        assertThat(pace.imagesPerSecond()).isCloseTo(320 / 0.4, within(1e-6));
        assertThat(pace.timeLeft(1200).orElseThrow()).isCloseTo(Duration.ofSeconds(40), Duration.ofMillis(5));
    }

    @Test
    void timesAreWrittenAsOnAClock() {
        assertThat(TrainingRate.clock(Duration.ofSeconds(5))).isEqualTo("0:05");
        assertThat(TrainingRate.clock(Duration.ofSeconds(3599))).isEqualTo("59:59");
        assertThat(TrainingRate.clock(Duration.ofSeconds(3 * 3600 + 62))).isEqualTo("3:01:02");
    }

    @Test
    void theFirstSignalSetsTheFlagAndIsAnswered() {
        StringBuilder said = new StringBuilder();
        try (StopSignal stop = new StopSignal(() -> said.append("stopping"))) {
            assertThat(stop.requested()).isFalse();
            stop.raise();
            assertThat(stop.requested()).isTrue();
        }
        assertThat(said).hasToString("stopping");
    }
}
