package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    @TempDir
    Path folder;

    private static int[] read(Path file) {
        try {
            return PictureFile.read(file, 1 << 18).rgb();
        } catch (UnreadablePictureException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void assertAllNear(int[] pixels, int rgb, int tolerance) {
        assertThat(pixels).isNotEmpty();
        for (int shift = 0; shift <= 16; shift += 8) {
            int code = rgb >> shift & 0xFF;
            int by = shift;
            assertThat(Arrays.stream(pixels).map(pixel -> pixel >> by & 0xFF))
                    .allSatisfy(found -> assertThat(found).isBetween(code - tolerance, code + tolerance));
        }
    }

    @ParameterizedTest
    @CsvSource({"png, 0", "bmp, 0", "gif, 0", "tif, 0", "jpg, 3"})
    void whatJavaWritesIsRead(String ending, int tolerance) throws IOException {
        Path file = MadeUpPictures.plain(folder.resolve("a." + ending), 0xc81e3c);
        assertAllNear(read(file), 0xc81e3c, tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "red.webp, c81e3c, 0",
        "red-lossy.webp, c81e3c, 8",
        "red-cmyk.jpg, c81e3c, 12",
        "grey.jpg, 808080, 1",
        "clear.webp, ffffff, 0"
    })
    void whatOthersWriteIsRead(String name, String rgb, int tolerance) throws IOException {
        assertAllNear(read(MadeUpPictures.resource(folder, name)), Integer.parseInt(rgb, 16), tolerance);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyKeepsItsCode(int type) throws IOException {
        BufferedImage image = new BufferedImage(9, 7, type);
        int code = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257;
        int[] samples = new int[9 * 7];
        Arrays.fill(samples, code);
        image.getRaster().setPixels(0, 0, 9, 7, samples);
        assertAllNear(read(MadeUpPictures.write(folder.resolve("grey.png"), image)), 0x646464, 0);
    }

    @Test
    void transparentGreyLiesOnWhite() throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                BufferedImage.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixels(0, 0, 2, 1, new int[] {100, 255, 0, 51});
        BufferedImage image = new BufferedImage(model, raster, false, null);
        assertThat(read(MadeUpPictures.write(folder.resolve("grey.png"), image)))
                .containsExactly(0x646464, 0xcccccc);
    }

    @Test
    void transparentColoursLieOnWhite() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 3, 1, new int[] {0xffff0000, 0x00ff0000, 0x33000000}, 0, 3);
        assertThat(read(MadeUpPictures.write(folder.resolve("clear.png"), image)))
                .containsExactly(0xff0000, 0xffffff, 0xcccccc);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureIsUprightHoweverTheCameraWasHeld(int orientation) throws Exception {
        Path file = MadeUpPictures.resource(folder, "orientation-" + orientation + ".jpg");
        Picture picture = PictureFile.read(file, 1 << 18);
        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.height()).isEqualTo(16);
        assertThat(picture.rgb(4, 4) & 0xFF).isLessThan(40);
        assertThat(picture.rgb(28, 4) & 0xFF).isGreaterThan(215);
        assertThat(picture.rgb(4, 12) & 0xFF).isGreaterThan(215);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
    void ofALargePictureARegularRasterIsRead(String ending) throws Exception {
        Path file = MadeUpPictures.write(folder.resolve("large." + ending), 300, 200, (x, y) -> 0x0000ff);
        Picture picture = PictureFile.read(file, 1024);
        assertThat(picture.width() * picture.height()).isBetween(512, 1024);
        assertAllNear(picture.rgb(), 0x0000ff, 3);
    }

    @Test
    void theStepIsTheLeastThatFits() {
        assertThat(PictureFile.step(512, 512, 1 << 18)).isEqualTo(1);
        assertThat(PictureFile.step(513, 512, 1 << 18)).isEqualTo(2);
        assertThat(PictureFile.step(100_000, 1, 1024)).isEqualTo(98);
    }

    @Test
    void everyOtherPixelIsThatOfTheFile() throws Exception {
        Path file = MadeUpPictures.write(folder.resolve("a.png"), 64, 32, (x, y) -> x << 8 | y);
        Picture picture = PictureFile.read(file, 1024);
        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.rgb(5, 7)).isEqualTo(10 << 8 | 14);
    }

    @Test
    void whatIsNoPictureIsRefusedWithItsReason() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "not a picture");
        Path empty = Files.write(folder.resolve("empty.png"), new byte[0]);
        byte[] bytes = Files.readAllBytes(MadeUpPictures.noise(folder.resolve("whole.png"), 1));
        Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> PictureFile.read(text, 1024)).hasMessageContaining("neither JPEG, PNG");
        assertThatThrownBy(() -> PictureFile.read(empty, 1024)).isInstanceOf(UnreadablePictureException.class);
        assertThatThrownBy(() -> PictureFile.read(half, 1024)).hasMessageContaining("cannot be decoded");
        assertThatThrownBy(() -> PictureFile.read(folder, 1024)).hasMessageContaining("it is no file");
        assertThatThrownBy(() -> PictureFile.read(folder.resolve("none.png"), 1024))
                .hasMessageContaining("there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void damageIsReadOrRefused(String ending) throws IOException {
        byte[] whole = Files.readAllBytes(MadeUpPictures.noise(folder.resolve("whole." + ending), 2));
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length / 2, whole.length + 1));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve("damaged." + ending), damaged);
            try {
                assertThat(PictureFile.read(file, 1024).rgb()).isNotEmpty();
            } catch (UnreadablePictureException known) {
                refused++;
            }
        }
        assertThat(refused).isLessThanOrEqualTo(100);
    }

    @Test
    void aThumbnailFitsAndKeepsItsColours() {
        int[] pixels = new int[300 * 100];
        Arrays.fill(pixels, 0x336699);
        Picture small = new Picture(300, 100, pixels).within(60);
        assertThat(small.width()).isEqualTo(60);
        assertThat(small.height()).isEqualTo(20);
        assertAllNear(small.rgb(), 0x336699, 0);
    }
}
