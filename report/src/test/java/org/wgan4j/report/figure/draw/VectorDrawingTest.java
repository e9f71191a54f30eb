package org.wgan4j.report.figure.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class VectorDrawingTest {
    private static final VectorDrawing DRAWING = new VectorDrawing("A box & <its> name", 100, 60, pen -> {
        pen.fillBox(10, 10, 40, 50, Color.RED);
        pen.text("W₁ < θ", 90, 30, TextAlign.END, Pen.font(12), PlotColors.TEXT);
        pen.upright("upright", 60, 30, Pen.bold(10), Color.BLUE);
        pen.within(Pen.box(0, 0, 50, 60), () -> pen.line(0, 5, 100, 5, Color.GREEN, 2));
    });

    @Test
    void pixelsHaveTheSizeOfTheDrawingTimesTheScale() {
        BufferedImage picture = DRAWING.pixels(3);
        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(picture.getHeight()).isEqualTo(180);
        assertThat(new Color(picture.getRGB(75, 90))).isEqualTo(Color.RED);
        assertThat(new Color(picture.getRGB(2, 178))).isEqualTo(Color.WHITE);
    }

    @Test
    void whatLiesOutsideAPartIsNotDrawn() {
        BufferedImage picture = DRAWING.pixels(1);
        assertThat(new Color(picture.getRGB(45, 5))).isEqualTo(Color.GREEN);
        assertThat(new Color(picture.getRGB(55, 5))).isEqualTo(Color.WHITE);
    }

    @Test
    void svgIsXmlWithTheSizeTheTitleAndTheShapes() {
        Document document = Svg.parse(DRAWING.svg());
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 100 60");
        assertThat(root.getAttribute("width")).isEqualTo("100");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("A box & <its> name");
        assertThat(Svg.attributes(document, "rect", "width")).contains("30");
    }

    @Test
    void textInSvgIsTextInAGenericFontAlignedByTheViewer() {
        Document document = Svg.parse(DRAWING.svg());
        assertThat(Svg.texts(document)).containsExactly("W₁ < θ", "upright");
        assertThat(Svg.attributes(document, "text", "text-anchor")).containsExactly("end", "middle");
        List<String> fonts = new ArrayList<>();
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String font = ((Element) all.item(i)).getAttribute("font-family");
            if (!font.isEmpty()) {
                fonts.add(font);
            }
        }
        assertThat(fonts).isNotEmpty().allMatch("sans-serif"::equals);
    }

    @Test
    void theSameDrawingGivesTheSameBytesWithNoTimeOrProgramInThem() {
        assertThat(DRAWING.svg()).isEqualTo(DRAWING.svg()).doesNotContainIgnoringCase("batik");
        assertThat(PngFile.bytes(DRAWING.pixels(2))).isEqualTo(PngFile.bytes(DRAWING.pixels(2)));
    }

    @Test
    void bothFilesAreWritten(@TempDir Path folder) throws Exception {
        assertThat(DRAWING.write(folder, "box")).containsExactly(folder.resolve("box.png"), folder.resolve("box.svg"));
        assertThat(PngFile.read(folder.resolve("box.png")).getWidth()).isEqualTo(200);
        assertThat(Files.readString(folder.resolve("box.svg"))).isEqualTo(DRAWING.svg());
    }

    @Test
    void aDrawingWithoutRoomIsRefused() {
        assertThatThrownBy(() -> new VectorDrawing("", 0, 5, pen -> {})).hasMessageContaining("0x5");
    }
}
