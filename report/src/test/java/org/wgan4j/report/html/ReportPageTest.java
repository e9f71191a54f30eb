package org.wgan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportPageTest {
    @TempDir
    Path folder;

    /** Unbalanced tags and bare characters are no XML, so that parsing is the proof. */
    private static Document pageOf(MadeUpRun run) {
        LossPlots.write(run.directory());
        TrainingAnimation.write(run.directory());
        ReportPage.write(run.directory());
        try {
            String html = Files.readString(run.directory().report());
            assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Stream<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String text(Document page) {
        return page.getDocumentElement().getTextContent();
    }

    @Test
    void thePageTellsTheWholeRun() {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "wgan-gp", "epochs=6")
                .withSteps(120, 20)
                .withGrid("epoch-0001", 10, 8)
                .withGrid("epoch-0006", 60, 8);

        Document page = pageOf(run);

        assertThat(elements(page, "h1").map(Element::getTextContent)).containsExactly("wgan-gp");
        assertThat(text(page))
                .contains("Wasserstein GAN with gradient penalty", "60,000 images of mnist (1x28x28)", "complete")
                .contains(MadeUpRun.SHA, "2026-11-22T05:16:20Z", "float32", "criticOptimizer:")
                .contains("wgan4j resume " + run.directory().path(), "wgan4j sample ")
                .contains("epoch 6, generator step 120", "Which curve is the Wasserstein distance?");
        assertThat(elements(page, "dd").map(Element::getTextContent))
                .contains("120", "600", "153,600", "2.56", "14.4 s");
        assertThat(elements(page, "tr")
                        .filter(row -> row.getElementsByTagName("td").getLength() > 5))
                .hasSize(6);
        assertThat(elements(page, "img").map(image -> image.getAttribute("src").substring(0, 15)))
                .containsExactly(
                        "data:image/png;", "data:image/png;", "data:image/png;", "data:image/png;", "data:image/gif;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "wgan", "wgan-gp", "digit-wgan", "gan", "tutorial-gan", "tutorial-wgan-gp"})
    void everyRecipesPageIsWellFormedAndLeavesTheNetworkAlone(String recipe) {
        Document page = pageOf(MadeUpRun.of(folder.resolve("run"), recipe)
                .withSteps(40, 10)
                .withGrid("epoch-0001", 1, 8)
                .withGrid("epoch-0002", 2, 8));

        assertThat(elements(page, "*")
                        .flatMap(element -> Stream.of(
                                element.getAttribute("src"),
                                element.getAttribute("href"),
                                element.getAttribute("srcset")))
                        .filter(address -> !address.isEmpty()))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("data:"));
        assertThat(elements(page, "link")).isEmpty();
        assertThat(elements(page, "style").map(Element::getTextContent))
                .noneMatch(css -> css.contains("url(") || css.contains("@import"));
        assertThat(elements(page, "script").map(Element::getTextContent)).noneMatch(js -> js.contains("http"));
    }

    @Test
    void textFromOutsideIsEscaped() {
        String name = "<script>alert('\"&')</script>\u0007";
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "quick").named("mine/" + name);

        Document page = pageOf(run);

        assertThat(elements(page, "script")).hasSize(1);
        assertThat(elements(page, "td").map(Element::getTextContent))
                .contains("mine/<script>alert('\"&')</script>\uFFFD");
    }

    @Test
    void aRunThatHasLoggedNothingHasAPageToo() {
        assertThat(text(pageOf(MadeUpRun.of(folder.resolve("run"), "quick"))))
                .contains("Nothing has been logged yet", "No grid of samples", "No epoch has ended yet");
    }

    @Test
    void aGanIsReadWithoutAWassersteinDistance() {
        String gan = text(pageOf(MadeUpRun.of(folder.resolve("gan"), "gan").withSteps(20, 10)));
        String wgan = text(pageOf(MadeUpRun.of(folder.resolve("wgan"), "wgan").withSteps(20, 10)));

        assertThat(gan).contains("2 ln 2", "is no distance").doesNotContain("The W estimate");
        assertThat(wgan)
                .contains("The W estimate", "Why is the critic's loss negative?")
                .doesNotContain("2 ln 2");
    }

    @Test
    void manyEpochsAreThinnedAndTheLastOneIsShown() {
        Document page = pageOf(MadeUpRun.of(folder.resolve("run"), "gan").withEpochsAlone(1000));

        assertThat(elements(page, "tr")
                        .filter(row -> row.getElementsByTagName("td").getLength() > 5))
                .hasSize(EpochSection.MOST_ROWS)
                .last()
                .satisfies(row -> assertThat(row.getTextContent()).contains("1,000", "100,000"));
        assertThat(text(page)).contains("Of 1,000 epochs, 60 are shown");
    }

    @Test
    void aHeavyRunStaysBelowTenMegabytes() throws IOException {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "quick").withSteps(1, 0);
        Random noise = new Random(1);
        for (int step = 10; step < 40; step++) {
            run.withGrid("step-" + step, 0, 8);
            byte[] more = new byte[400_000];
            noise.nextBytes(more);
            Path file = run.directory().sample("step-" + step);
            Files.write(file, more, java.nio.file.StandardOpenOption.APPEND);
        }
        Files.write(run.directory().animation(), new byte[(int) AnimationSection.MOST_BYTES]);

        ReportPage.write(run.directory());

        assertThat(Files.size(run.directory().report())).isBetween(5_000_000L, 10_000_000L);
        assertThat(SampleSection.subset(RunFacts.read(run.directory()).grids())).hasSize(6);
    }

    @Test
    void anAnimationThatIsTooLargeIsLinked() throws IOException {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "quick").withSteps(1, 0);
        Files.write(run.directory().animation(), new byte[(int) AnimationSection.MOST_BYTES + 1]);

        assertThat(ReportPage.html(run.directory()))
                .contains("<a href=\"training.gif\">")
                .doesNotContain("image/gif");
    }

    @Test
    void theSamePageIsWrittenTwice() throws IOException {
        MadeUpRun run =
                MadeUpRun.of(folder.resolve("run"), "quick").withSteps(9, 3).withGrid("step-00000009", 9, 8);
        pageOf(run);
        byte[] first = Files.readAllBytes(run.directory().report());

        pageOf(run);

        assertThat(run.directory().report()).hasBinaryContent(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs/mine", "/data/runs/2026-11-22T05-16-20-quick"})
    void aPlainPathStandsInACommandAsItIs(String path) {
        assertThat(ProvenanceSection.argument(Path.of(path))).isEqualTo(path);
    }

    @Test
    void anUnusualPathIsQuotedForTheShell() {
        assertThat(ProvenanceSection.argument(Path.of("my runs/it's"))).isEqualTo("'my runs/it'\\''s'");
        assertThat(ProvenanceSection.argument(Path.of("-n"))).isEqualTo("./-n");
    }
}
