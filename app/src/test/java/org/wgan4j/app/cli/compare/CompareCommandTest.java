package org.wgan4j.app.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.StepRecord;
import org.xml.sax.InputSource;

/** A comparison of two recipes under two seeds, two steps each, on the sevens of the test images. */
class CompareCommandTest {
    @TempDir
    private static Path folder;

    private static Path out;
    private static Answer compared = new Answer(-1, "", "");

    @BeforeAll
    static void compare() {
        out = folder.resolve("duel");
        compared = compare("2");
    }

    private static Answer compare(String budget) {
        return compare(budget, out, "gan,wgan-gp", "steps");
    }

    private static Answer compare(String budget, Path into, String recipes, String by) {
        List<String> arguments = new ArrayList<>(
                List.of("compare", "--recipes", recipes, "--seeds", "2", "--budget", budget, "--by", by));
        for (String setting : List.of(
                "data.name=mnist-test",
                "data.digits=[7]",
                "batchSize=4",
                "network.generator=compact",
                "network.critic=compact",
                "objective.criticSteps=1",
                "quality.images=128",
                "runtime.precision=float32",
                "runtime.tuning=off")) {
            arguments.addAll(List.of("--set", setting));
        }
        arguments.addAll(List.of("--out", into.toString()));
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static Path metrics(String recipe, int seed) {
        return run(recipe, seed).resolve("metrics.jsonl");
    }

    private static Path run(String recipe, int seed) {
        return out.resolve("recipes").resolve(recipe).resolve("seed-" + seed);
    }

    @Test
    void everyRunIsTrainedToItsBudgetAndMeasuredOnTheWay() {
        assertThat(compared.code()).as(compared.err()).isZero();
        for (String recipe : List.of("gan", "wgan-gp")) {
            for (int seed = 0; seed < 2; seed++) {
                assertThat(MetricsLog.read(metrics(recipe, seed)).measures(EvaluationRecord.Kind.QUALITY))
                        .extracting(EvaluationRecord::step)
                        .containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void thePageIsOneWellFormedFileThatNamesEveryRunAndClaim() throws Exception {
        String html = Files.readString(out.resolve("comparison.html"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        String text = page.getDocumentElement().getTextContent();
        assertThat(text)
                .contains("gan, wgan-gp", "At 2 generator steps", "seed 1", "A WGAN gets better samples sooner")
                .contains("not tested here", "the experiment stability", "--budget 2");
        assertThat(html).doesNotContain("src=\"http").contains("data:image/png;base64,");
    }

    @Test
    void startedAgainItTrainsNothingTwice() throws IOException {
        byte[] before = Files.readAllBytes(metrics("gan", 1));
        Answer again = compare("2");
        assertThat(again.code()).isZero();
        assertThat(again.err()).isEmpty();
        assertThat(Files.readAllBytes(metrics("gan", 1))).isEqualTo(before);
    }

    /** In a folder of its own, since it changes the runs. */
    @Test
    void aLargerBudgetTrainsOnWhatIsThere() {
        Path grown = folder.resolve("grown");
        for (String budget : List.of("2", "4")) {
            Answer answer = compare(budget, grown, "gan", "steps");
            assertThat(answer.code()).as(answer.err()).isZero();
            assertThat(lastStep(grown)).isEqualTo(Long.parseLong(budget));
        }
        assertThat(compare("0.1s", grown, "gan", "seconds").code()).isZero();
        long far = lastStep(grown);
        assertThat(far).isGreaterThanOrEqualTo(4);
        assertThat(compare(String.valueOf(far + 1), grown, "gan", "steps").code())
                .isZero();
        assertThat(lastStep(grown)).isEqualTo(far + 1);
    }

    private static long lastStep(Path comparison) {
        Path run = comparison.resolve("recipes").resolve("gan").resolve("seed-1");
        return MetricsLog.read(run.resolve("metrics.jsonl")).steps().stream()
                .mapToLong(StepRecord::step)
                .max()
                .orElseThrow();
    }

    @Test
    void aFolderWithRunsOfOtherSettingsIsRefusedBeforeAnythingIsTrained() throws IOException {
        byte[] before = Files.readAllBytes(metrics("gan", 1));
        List<String> other = new ArrayList<>(List.of(
                "compare", "--recipes", "gan,wgan-gp", "--budget", "5", "--by", "steps", "--out", out.toString()));
        Answer answer = Answer.to(other.toArray(String[]::new));
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains("seed-0", "batchSize", "another folder");
        assertThat(Files.readAllBytes(metrics("gan", 1))).isEqualTo(before);
    }

    @Test
    void runsThatAreThereCanBeComparedByThemselves() throws IOException {
        Path page = folder.resolve("pages");
        Answer answer = Answer.to(
                "compare",
                run("gan", 0).toString(),
                run("gan", 1).toString(),
                run("wgan-gp", 0).toString(),
                "--out",
                page.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(Files.readString(page.resolve("comparison.html"))).contains("gan: seed 1", "wgan-gp: seed 0");
    }

    @Test
    void whatCannotBeComparedIsRefusedInASentence() {
        for (String[] wrong : new String[][] {
            {"compare"},
            {"compare", folder.resolve("nowhere").toString()},
            {"compare", "--recipes", "gan", "--seeds", "0"},
            {"compare", "--recipes", "gan", "--extra-seeds", "0"},
            {"compare", "--recipes", "gan", "--out", ""},
            {"compare", "--recipes", "gan", "--budget", "soon"},
            {"compare", "--recipes", "gan", "--by", "luck"},
            {"compare", "--recipes", "gan", "--experiments", "alchemy"},
            {"compare", "--recipes", "gna", "--out", folder.resolve("none").toString()},
        }) {
            Answer answer = Answer.to(wrong);
            assertThat(answer.code()).as(String.join(" ", wrong)).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(answer.err().strip().lines()).as(answer.err()).hasSize(1);
        }
    }
}
