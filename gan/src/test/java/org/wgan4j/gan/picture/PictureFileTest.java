package org.wgan4j.gan.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    @TempDir
    Path folder;

    private static int[] read(Path file) {
        return PictureFile.read(file, 1 << 18).over(Background.WHITE).rgb();
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
        Path file = PictureSamples.plain(folder.resolve("a." + ending), 0xc81e3c);
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
        assertAllNear(read(PictureSamples.resource(folder, name)), Integer.parseInt(rgb, 16), tolerance);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyKeepsItsCode(int type) throws IOException {
        BufferedImage image = new BufferedImage(9, 7, type);
        int code = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257;
        int[] samples = new int[9 * 7];
        Arrays.fill(samples, code);
        image.getRaster().setPixels(0, 0, 9, 7, samples);
        assertAllNear(read(PictureSamples.write(folder.resolve("grey.png"), image)), 0x646464, 0);
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
        assertThat(read(PictureSamples.write(folder.resolve("grey.png"), image)))
                .containsExactly(0x646464, 0xcccccc);
    }

    @Test
    void transparentColoursLieOnWhite() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 3, 1, new int[] {0xffff0000, 0x00ff0000, 0x33000000}, 0, 3);
        assertThat(read(PictureSamples.write(folder.resolve("clear.png"), image)))
                .containsExactly(0xff0000, 0xffffff, 0xcccccc);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureIsUprightHoweverTheCameraWasHeld(int orientation) throws Exception {
        Path file = PictureSamples.resource(folder, "orientation-" + orientation + ".jpg");
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
        Path file = PictureSamples.write(folder.resolve("large." + ending), 300, 200, (x, y) -> 0x0000ff);
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
        Path file = PictureSamples.write(folder.resolve("a.png"), 64, 32, (x, y) -> x << 8 | y);
        Picture picture = PictureFile.read(file, 1024);
        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.rgb(5, 7)).isEqualTo(10 << 8 | 14);
    }

    @Test
    void whatIsNoPictureIsRefusedWithItsReason() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "not a picture");
        Path empty = Files.write(folder.resolve("empty.png"), new byte[0]);
        byte[] bytes = Files.readAllBytes(PictureSamples.noise(folder.resolve("whole.png"), 1));
        Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> PictureFile.read(text, 1024)).hasMessageContaining("neither JPEG, PNG");
        assertThatThrownBy(() -> PictureFile.read(empty, 1024)).isInstanceOf(UnreadablePictureException.class);
        assertThatThrownBy(() -> PictureFile.read(half, 1024)).hasMessageContaining("cannot be decoded");
        assertThatThrownBy(() -> PictureFile.read(folder, 1024)).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> PictureFile.read(folder.resolve("none.png"), 1024))
                .hasMessageContaining("there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void damageIsReadOrRefused(String ending) throws IOException {
        byte[] whole = Files.readAllBytes(PictureSamples.noise(folder.resolve("whole." + ending), 2));
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

    /** Whatever is missing of a file: either all pixels were there, or it is refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "noise.png",
                "noise.jpg",
                "noise.gif",
                "noise.bmp",
                "noise.tif",
                "red.webp",
                "red-lossy.webp",
                "red-cmyk.jpg",
                "grey.jpg",
                "orientation-6.jpg"
            })
    void aTruncatedFileIsRefused(String name) throws IOException {
        Path file = name.startsWith("noise")
                ? PictureSamples.write(folder.resolve(name), 61, 47, noise(5))
                : PictureSamples.resource(folder, name);
        byte[] whole = Files.readAllBytes(file);
        int[] pixels = read(file);
        int refused = 0;
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 200)) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            try {
                int[] found = PictureFile.read(cut).over(Background.WHITE).rgb();
                assertThat(Arrays.equals(found, pixels))
                        .as("%d of %d bytes", length, whole.length)
                        .isTrue();
            } catch (UnreadablePictureException known) {
                assertThat(known.reason()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static IntBinaryOperator noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return (x, y) -> random.nextInt(1 << 24);
    }

    @ParameterizedTest
    @CsvSource({"FLOAT, floating-point", "DOUBLE, floating-point", "INT, 32-bit"})
    void pixelsWithoutAStatedBlackAndWhiteAreRefused(String type, String words) throws IOException {
        int kind = type.equals("FLOAT")
                ? DataBuffer.TYPE_FLOAT
                : type.equals("DOUBLE") ? DataBuffer.TYPE_DOUBLE : DataBuffer.TYPE_INT;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, BufferedImage.OPAQUE, kind);
        WritableRaster raster = model.createCompatibleWritableRaster(4, 3);
        raster.setPixels(0, 0, 4, 3, new double[] {0, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1, 1});
        Path file = PictureSamples.write(folder.resolve("a.tif"), new BufferedImage(model, raster, false, null));
        assertThatThrownBy(() -> PictureFile.read(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll("a.tif", words, "8 or 16 bits");
    }

    @ParameterizedTest
    @CsvSource({"png, 1", "png, 2", "png, 3", "png, 4", "tif, 1", "tif, 3"})
    void sixteenBitsAreKept(String ending, int bands) throws IOException {
        boolean clear = bands % 2 == 0;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                clear,
                false,
                clear ? BufferedImage.TRANSLUCENT : BufferedImage.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        int[] first = {1000, 50_001, 65_535, 12_345};
        for (int band = 0; band < bands; band++) {
            raster.setSample(0, 0, band, first[band]);
            raster.setSample(1, 0, band, 40_000);
        }
        Picture picture = PictureFile.read(
                PictureSamples.write(folder.resolve("a." + ending), new BufferedImage(model, raster, false, null)));
        assertThat(picture.level(0, 0, Channel.RED)).isEqualTo(1000);
        assertThat(picture.level(0, 0, Channel.GREEN)).isEqualTo(bands < 3 ? 1000 : 50_001);
        assertThat(picture.opacity(0, 0)).isEqualTo(clear ? first[bands - 1] : Picture.HIGHEST);
        assertThat(picture.isOpaque()).isEqualTo(!clear);
        assertThat(picture.isGrey()).isEqualTo(bands < 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void greysOfAPaletteAreGrey(int bits) throws IOException {
        int count = 1 << bits;
        byte[] codes = new byte[count];
        for (int i = 0; i < count; i++) {
            codes[i] = (byte) (255 * i / (count - 1));
        }
        IndexColorModel palette = new IndexColorModel(bits, count, codes, codes, codes);
        BufferedImage image = bits < 8
                ? new BufferedImage(palette, palette.createCompatibleWritableRaster(2, 1), false, null)
                : new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setSample(0, 0, 0, 1);
        Picture picture = PictureFile.read(PictureSamples.write(folder.resolve("a.png"), image));
        assertThat(picture.isGrey()).isTrue();
        assertThat(picture.luma(0, 0)).isEqualTo(257 * (255 / (count - 1)));
        assertThat(picture.luma(1, 0)).isZero();
    }

    @Test
    void aPictureOnTwoBackgrounds() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 2, 1, new int[] {0x66ff0000, 0x00123456}, 0, 2);
        Picture picture = PictureFile.read(PictureSamples.write(folder.resolve("clear.png"), image));
        assertThat(picture.over(Background.WHITE).rgb()).containsExactly(0xff9999, 0xffffff);
        assertThat(picture.over(Background.BLACK).rgb()).containsExactly(0x660000, 0x000000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void exifDataOfPngAndWebpTurnThePictureToo(int orientation) throws IOException {
        Path jpeg = PictureSamples.resource(folder, "orientation-" + orientation + ".jpg");
        Picture upright = PictureFile.read(jpeg);
        BufferedImage stored = ImageIO.read(jpeg.toFile());
        byte[] exif = {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
        byte[] png = Files.readAllBytes(PictureSamples.write(folder.resolve("a.png"), stored));
        Picture read = PictureFile.read(Files.write(folder.resolve("b.png"), withChunk(png, exif)));
        assertThat(read.width()).isEqualTo(upright.width());
        assertThat(Arrays.equals(read.rgb(), upright.rgb())).isTrue();

        byte[] webp = Files.readAllBytes(PictureSamples.resource(folder, "red.webp"));
        Picture turned = PictureFile.read(Files.write(folder.resolve("b.webp"), extended(webp, exif)));
        assertThat(turned.width()).isEqualTo(orientation < 5 ? 16 : 12);
    }

    /** A PNG file with EXIF data after its header. */
    private static byte[] withChunk(byte[] png, byte[] exif) {
        int afterHeader = 8 + 12 + 13;
        ByteBuffer chunk = ByteBuffer.allocate(exif.length + 12)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, exif.length + 4);
        chunk.putInt((int) sum.getValue());
        return ByteBuffer.allocate(png.length + chunk.capacity())
                .put(png, 0, afterHeader)
                .put(chunk.array())
                .put(png, afterHeader, png.length - afterHeader)
                .array();
    }

    /** A simple WebP file of 16 by 12 pixels in the extended format, with EXIF data at its end. */
    private static byte[] extended(byte[] webp, byte[] exif) {
        int size = 12 + 18 + (webp.length - 12) + 8 + exif.length;
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(size - 8)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .put(new byte[] {8, 0, 0, 0, 15, 0, 0, 11, 0, 0})
                .put(webp, 12, webp.length - 12)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(exif.length)
                .put(exif)
                .array();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 10, 200", "3, 2, 200, 10", "6, 1, 10, 200", "8, 1, 200, 10"})
    void aTiffFileIsTurnedByItsTag(int orientation, int width, int first, int last) throws IOException {
        Picture picture = PictureFile.read(Files.write(folder.resolve("a.tif"), tiff(1, orientation)));
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.luma(0, 0)).isEqualTo(257 * first);
        assertThat(picture.luma(picture.width() - 1, picture.height() - 1)).isEqualTo(257 * last);
    }

    @Test
    void aTiffFileInWhichZeroIsWhiteIsTurnedToo() throws IOException {
        Picture picture = PictureFile.read(Files.write(folder.resolve("a.tif"), tiff(0, 1)));
        assertThat(picture.luma(0, 0)).isEqualTo(257 * 245);
        assertThat(picture.luma(1, 0)).isEqualTo(257 * 55);
    }

    /** Two grey pixels of 8 bits beside each other, of the codes 10 and 200. */
    private static byte[] tiff(int photometric, int orientation) {
        int[][] tags = {
            {256, 2},
            {257, 1},
            {258, 8},
            {259, 1},
            {262, photometric},
            {273, 134},
            {274, orientation},
            {277, 1},
            {278, 1},
            {279, 2}
        };
        ByteBuffer file = ByteBuffer.allocate(136)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'I', 'I', 42, 0})
                .putInt(8)
                .putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]).putShort((short) 3).putInt(1).putInt(tag[1]);
        }
        return file.putInt(0).put((byte) 10).put((byte) 200).array();
    }

    @Test
    void aPictureTooLargeForTheMemoryIsRefusedBeforeItIsDecoded() throws IOException {
        Path file = Files.write(folder.resolve("large.png"), headOfPng(30_000));
        assertThatThrownBy(() -> PictureFile.read(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll("large.png", "30,000 by 30,000 pixels", "500,000,000");
    }

    @Test
    void whatOneRowAndColumnOfManyTakeIsWhatCounts() {
        long most = 100_000_000;
        assertThat(PictureFile.memory(20_000, 20_000, 1)).isGreaterThan(most);
        assertThat(PictureFile.memory(20_000, 20_000, 40)).isLessThan(most);
    }

    /** The head of a grey PNG file of 8 bits, and nothing after it. */
    private static byte[] headOfPng(int side) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(side)
                .putInt(side)
                .put(new byte[] {8, 0, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4 + 12 + 12)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue())
                .putInt(0)
                .put("IDAT".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x35af061e)
                .putInt(0)
                .put("IEND".getBytes(StandardCharsets.US_ASCII))
                .putInt(0xae426082)
                .array();
    }

    @Test
    void aThumbnailFitsAndKeepsItsColours() {
        int[] pixels = new int[300 * 100];
        Arrays.fill(pixels, 0x336699);
        Picture small = Picture.ofRgb(300, 100, pixels).within(60);
        assertThat(small.width()).isEqualTo(60);
        assertThat(small.height()).isEqualTo(20);
        assertAllNear(small.rgb(), 0x336699, 0);
    }
}
