package org.wgan4j.report.figure;

import java.nio.file.Path;
import java.util.List;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.report.figure.draw.PngFile;

/** A program of its own, to be run where there are no fonts: draws a titled grid and tries a chart. */
final class DrawWithoutFonts {
    private DrawWithoutFonts() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        PngFile.write(
                file,
                ImageGrid.of(2, 2).withTitle("Epoch: 7").draw(ImageGridTest.noise(new ImageShape(1, 8, 8), 4, 1)));
        try {
            new LossChart("t", "x", "y", "none", List.of()).draw(640, 320);
            System.out.println("drawn");
        } catch (ActionableException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }
}
