package org.wgan4j.report.figure.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.ImageGridTest;

class PngFileTest {
    private static final BufferedImage PICTURE =
            ImageGrid.of(2, 2).withTitle("Epoch: 3").draw(ImageGridTest.noise(new ImageShape(1, 8, 8), 4, 1));

    @Test
    void greyComesBackExactly(@TempDir Path folder) {
        Path file = folder.resolve("new/folder/grid.png");
        PngFile.write(file, PICTURE);
        BufferedImage read = PngFile.read(file);
        assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(read.getData().getPixels(0, 0, read.getWidth(), read.getHeight(), (int[]) null))
                .isEqualTo(PICTURE.getData().getPixels(0, 0, PICTURE.getWidth(), PICTURE.getHeight(), (int[]) null));
    }

    @Test
    void theSamePictureGivesTheSameBytesWithNoTimeInThem() {
        byte[] bytes = PngFile.bytes(PICTURE);
        assertThat(PngFile.bytes(PICTURE)).isEqualTo(bytes);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("tIME")
                .doesNotContain("tEXt");
    }

    @Test
    void aFileIsReplacedAndNothingIsLeftBeside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("grid.png");
        Files.writeString(file, "before");
        PngFile.write(file, PICTURE);
        assertThat(Files.readAllBytes(file)).isEqualTo(PngFile.bytes(PICTURE));
        try (var content = Files.list(folder)) {
            assertThat(content).containsExactly(file);
        }
    }

    @Test
    void whatIsNoPictureIsRefusedByName(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        Path torn = folder.resolve("torn.png");
        byte[] whole = PngFile.bytes(PICTURE);
        Files.write(torn, Arrays.copyOf(whole, 40));
        for (Path file : new Path[] {text, torn, folder.resolve("missing.png")}) {
            assertThatThrownBy(() -> PngFile.read(file))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
