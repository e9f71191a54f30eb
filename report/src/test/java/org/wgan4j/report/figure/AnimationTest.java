package org.wgan4j.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;

class AnimationTest {
    private static final Animation SLOW_END = new Animation(Duration.ofMillis(250), Duration.ofSeconds(3));

    private static BufferedImage grey(int width, int height, long seed) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(seed);
        for (int i = 0; i < width * height; i++) {
            picture.getRaster().setSample(i % width, i / width, 0, i < 256 ? i : random.nextInt(256));
        }
        return picture;
    }

    private static ImageReader reader(byte[] gif) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }

    private static int delay(ImageReader reader, int frame) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(frame);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        IIOMetadataNode control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        return Integer.parseInt(control.getAttribute("delayTime"));
    }

    @Test
    void everyFrameOfGreyComesBackExactly() throws IOException {
        List<BufferedImage> frames = List.of(grey(40, 30, 1), grey(40, 30, 2), grey(40, 30, 3));
        ImageReader reader = reader(SLOW_END.bytes(frames));
        assertThat(reader.getNumImages(true)).isEqualTo(3);
        for (int frame = 0; frame < 3; frame++) {
            BufferedImage read = reader.read(frame);
            for (int i = 0; i < 1200; i++) {
                int value = frames.get(frame).getRaster().getSample(i % 40, i / 40, 0);
                assertThat(read.getRGB(i % 40, i / 40)).isEqualTo(0xff000000 | value * 0x010101);
            }
        }
    }

    @Test
    void delaysAreThoseAskedForAndTheLastFrameStandsLonger() throws IOException {
        ImageReader reader = reader(SLOW_END.bytes(List.of(grey(9, 9, 1), grey(9, 9, 2), grey(9, 9, 3))));
        assertThat(List.of(delay(reader, 0), delay(reader, 1), delay(reader, 2)))
                .containsExactly(25, 25, 300);
    }

    @Test
    void oneFrameIsAnAnimationToo() throws IOException {
        ImageReader reader = reader(SLOW_END.bytes(List.of(grey(9, 9, 1))));
        assertThat(reader.getNumImages(true)).isEqualTo(1);
        assertThat(delay(reader, 0)).isEqualTo(300);
    }

    @Test
    void theFileSaysOnceThatItLoopsForEver() {
        byte[] gif = SLOW_END.bytes(List.of(grey(9, 9, 1), grey(9, 9, 2)));
        String text = new String(gif, StandardCharsets.ISO_8859_1);
        assertThat(text.split("NETSCAPE2\\.0\u0003\u0001\u0000\u0000\u0000", -1))
                .hasSize(2);
    }

    @Test
    void greyFramesShareOnePaletteThatIsWrittenOnce() {
        int one = SLOW_END.bytes(List.of(grey(9, 9, 1))).length;
        int two = SLOW_END.bytes(List.of(grey(9, 9, 1), grey(9, 9, 1))).length;
        assertThat(two - one).isLessThan(3 * 256);
    }

    @Test
    void coloursComeBackNearly() throws IOException {
        BufferedImage colours = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 64 * 64; i++) {
            colours.setRGB(i % 64, i / 64, (i % 64 * 4) << 16 | (i / 64 * 4) << 8 | 90);
        }
        BufferedImage read = reader(SLOW_END.bytes(List.of(colours, colours))).read(1);
        double sum = 0;
        for (int i = 0; i < 64 * 64; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference =
                        (read.getRGB(i % 64, i / 64) >> shift & 255) - (colours.getRGB(i % 64, i / 64) >> shift & 255);
                sum += (double) difference * difference;
            }
        }
        assertThat(Math.sqrt(sum / (64 * 64 * 3))).isLessThan(12);
    }

    @Test
    void aFrameOfAnotherSizeIsRefusedWithBothSizesAndLeavesNoFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.gif");
        List<BufferedImage> frames = new ArrayList<>(List.of(grey(9, 9, 1), grey(8, 9, 2)));
        assertThatThrownBy(() -> SLOW_END.write(file, frames))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("Frame 2 is 8x9")
                .hasMessageContaining("9x9");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void noFrameAtAllIsRefused() {
        assertThatThrownBy(() -> SLOW_END.bytes(List.of())).isInstanceOf(ActionableException.class);
    }

    @Test
    void timesThatBrowsersDoNotKeepAreRefusedWithTheRange() {
        assertThatThrownBy(() -> new Animation(Duration.ofMillis(10), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20")
                .hasMessageContaining("10 ms");
    }

    @Test
    void theSameFramesGiveTheSameBytes() {
        List<BufferedImage> frames = List.of(grey(20, 20, 1), grey(20, 20, 2));
        assertThat(SLOW_END.bytes(frames)).isEqualTo(SLOW_END.bytes(frames));
    }
}
