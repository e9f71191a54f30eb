package org.wgan4j.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.run.RunDirectory;

/** A comparison as a program makes one. */
class ComparisonTrainingTest {
    private static final List<String> TINY = List.of(
            "data.name=mnist-test",
            "data.digits=[7]",
            "batchSize=8",
            "quality.images=100",
            "runtime.precision=float32",
            "runtime.tuning=off");

    @TempDir
    Path folder;

    @Test
    void aPlanOfRecipesHasAnArmEach() {
        ComparisonPlan plan = ComparisonPlan.of(List.of("gan", "wgan-gp"), 2, Budget.parse("500"));
        assertThat(plan.trials()).hasSize(4).extracting(Trial::budget).containsOnly(new Budget(CostScale.STEPS, 500));
    }

    @Test
    void aProgramTrainsAPlanAndGetsThePageWithThePicturesOfItsRuns() throws IOException {
        Budget budget = Budget.parse("1");
        ComparisonPlan plan = new ComparisonPlan(List.of("gan"), TINY, 1, budget, 1, budget, Set.of());
        assertThat(new ComparisonTraining(folder).complete(plan, () -> false)).isTrue();

        RunDirectory run = RunDirectory.open(plan.trials().get(0).directory(folder));
        assertThat(run.sample("step-00000001")).isNotEmptyFile();
        assertThat(run.report()).isNotEmptyFile();

        Path page = folder.resolve("comparison.html");
        ComparisonPage.write(page, plan, folder);
        assertThat(Files.readString(page))
                .contains("gan, generator step 1", "data:image/png;base64,")
                .doesNotContain("Made by:");
        ComparisonPage.write(page, List.of(run), "a test");
        assertThat(Files.readString(page)).contains("Made by: a test");
    }
}
