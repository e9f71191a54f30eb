package org.wgan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.gan.run.RunStatus;

/** The page says how a run ended, whatever its recipe had in mind. */
class RunSummaryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPLETE | The run is complete.",
                "RUNNING | When this page was written, the run was under way: it had made 40 of 40 generator steps.",
                "STOPPED | It was stopped after 40 of 40 generator steps",
                "DIVERGED | It diverged after 40 of 40 generator steps: critic_loss is NaN",
                "FAILED | It failed after 40 of 40 generator steps: critic_loss is NaN"
            })
    void aRunWithAllItsStepsIsCompleteOnlyIfItsStatusSaysSo(RunStatus.State state, String sentence) {
        MadeUpRun run =
                MadeUpRun.of(folder.resolve("run"), "wgan-gp", "steps=40").withSteps(40, 20);
        new RunStatus(state, 40, 40, "critic_loss is NaN", Instant.EPOCH)
                .write(run.directory().statusFile());
        String page = ReportPage.html(run.directory());
        assertThat(page).contains(sentence);
        assertThat(page.contains("The run is complete")).isEqualTo(state == RunStatus.State.COMPLETE);
    }
}
