package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RetrievalPageTest {
    @TempDir
    private Path root;

    private RetrievalAnswer answer(ColourSpace space) throws IOException {
        Path pictures = root.resolve("<pictures>");
        for (int i = 0; i < 8; i++) {
            MadeUpPictures.noise(pictures.resolve("a&" + i + ".png"), i);
        }
        SignatureSettings settings = new SignatureSettings(space, 8, 1 << 18);
        Path query = pictures.resolve("a&3.png");
        return Retrieval.run(RetrievalRequest.of(query, pictures)
                .withWanted(4)
                .withSettings(settings)
                .withThreads(2));
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static Stream<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    @ParameterizedTest
    @EnumSource
    void thePageShowsThreeRankingsAndThePlanAndNeedsNoNetwork(ColourSpace space) throws Exception {
        RetrievalAnswer answer = answer(space);
        Document page = parsed(RetrievalPage.html(answer));

        assertThat(elements(page, "li").map(item -> item.getAttribute("class"))).hasSize(12);
        assertThat(elements(page, "path")).hasSize(answer.flow().plan().size());
        assertThat(page.getDocumentElement().getTextContent())
                .contains("a&3.png", "the query itself", "8 \u00d7 8 \u00d7 8 cells of " + space.title());
        assertThat(elements(page, "*")
                        .map(element -> element.getAttribute("href"))
                        .filter(a -> !a.isEmpty()))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("data:image/jpeg;base64,") || address.startsWith("#p"));
        assertThat(elements(page, "image").map(image -> image.getAttribute("id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theColoursOnEitherSideFillTheDiagram() throws Exception {
        RetrievalAnswer answer = answer(ColourSpace.LAB);
        Document page = parsed(RetrievalPage.html(answer));
        Element flow = elements(page, "svg")
                .filter(svg -> svg.getAttribute("class").equals("flow"))
                .findFirst()
                .orElseThrow();
        NodeList bars = flow.getElementsByTagName("rect");
        assertThat(bars.getLength())
                .isEqualTo(answer.query().size() + answer.best().signature().size());
        double lowest = IntStream.range(0, bars.getLength())
                .mapToObj(i -> (Element) bars.item(i))
                .mapToDouble(bar ->
                        Double.parseDouble(bar.getAttribute("y")) + Double.parseDouble(bar.getAttribute("height")))
                .max()
                .orElseThrow();
        assertThat(lowest).isCloseTo(440, within(0.1));
    }

    @Test
    void theCostliestMovesComeFirstAndAddUpToTheCost() throws IOException {
        RetrievalAnswer answer = answer(ColourSpace.RGB);
        PlanEntries moves = new PlanEntries(
                answer.query(), answer.best().signature(), answer.flow().plan());
        double[] costs = moves.costliest(Integer.MAX_VALUE).stream()
                .mapToDouble(moves::cost)
                .toArray();
        assertThat(IntStream.range(1, costs.length)).allMatch(i -> costs[i] <= costs[i - 1]);
        assertThat(Arrays.stream(costs).sum()).isCloseTo(answer.flow().cost(), within(1e-6));
    }

    @Test
    void aPictureThatHasGoneIsAGreyField() throws Exception {
        RetrievalAnswer answer = answer(ColourSpace.LAB);
        Files.delete(answer.best().file());
        assertThat(elements(parsed(RetrievalPage.html(answer)), "image").map(image -> image.getAttribute("width")))
                .contains("1", "12");
    }
}
