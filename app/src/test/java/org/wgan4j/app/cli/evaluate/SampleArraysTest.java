package org.wgan4j.app.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.PixelRange;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;

/** Two images of 2 by 3 pixels, stored in every way that is read. */
class SampleArraysTest {
    private static final int[] SHAPE = {2, 2, 3};
    private static final byte[] PIXELS = {
        0, 51, 102, (byte) 153, (byte) 204, (byte) 255, 1, 2, 3, (byte) 254, 127, (byte) 128
    };
    private static final Images IMAGES = Images.of(new ImageShape(1, 2, 3), PIXELS);

    @TempDir
    Path folder;

    private SampleArrays read(NpyArray array) {
        return read(Map.of("images", array));
    }

    private SampleArrays read(Map<String, NpyArray> arrays) {
        Path file = folder.resolve("samples.npz");
        NpzFile.write(file, arrays);
        return SampleArrays.read(file, Optional.empty());
    }

    /** Pixel p as low + p / 255 * (high - low). */
    private static double[] scaled(double low, double high) {
        double[] values = new double[PIXELS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + (PIXELS[i] & 0xff) / 255.0 * (high - low);
        }
        return values;
    }

    private static float[] narrowed(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Test
    void theSamePixelsComeOutOfEveryTypeAndRange() {
        assertThat(read(new NpyArray.UInt8(SHAPE, PIXELS)).images()).isEqualTo(IMAGES);
        for (double[] range : List.of(new double[] {-1, 1}, new double[] {0, 1}, new double[] {0, 255})) {
            double[] values = scaled(range[0], range[1]);
            SampleArrays doubles = read(new NpyArray.Float64(SHAPE, values));
            assertThat(doubles.images()).isEqualTo(IMAGES);
            assertThat(doubles.scale())
                    .isEqualTo(String.format(Locale.ROOT, "numbers read as [%.0f, %.0f]", range[0], range[1]));
            assertThat(read(new NpyArray.Float32(SHAPE, narrowed(values))).images())
                    .isEqualTo(IMAGES);
        }
    }

    @Test
    void channelsMayBeNamedFirstOrOneOfThemLast() {
        assertThat(read(new NpyArray.UInt8(new int[] {2, 1, 2, 3}, PIXELS)).images())
                .isEqualTo(IMAGES);
        assertThat(read(new NpyArray.UInt8(new int[] {2, 2, 3, 1}, PIXELS)).images())
                .isEqualTo(IMAGES);
        assertThat(read(new NpyArray.UInt8(new int[] {1, 3, 2, 2}, PIXELS))
                        .images()
                        .shape())
                .isEqualTo(new ImageShape(3, 2, 2));
    }

    @Test
    void anOnlyArrayMayHaveAnyNameAndAmongOthersItIsImages() {
        NpyArray pixels = new NpyArray.UInt8(SHAPE, PIXELS);
        assertThat(read(Map.of("arr_0", pixels)).images()).isEqualTo(IMAGES);
        Map<String, NpyArray> two = new LinkedHashMap<>();
        two.put("latents", new NpyArray.Float32(new int[] {2}, new float[2]));
        two.put("images", pixels);
        assertThat(read(two).images()).isEqualTo(IMAGES);
        two.put("x", pixels);
        two.remove("images");
        refused(two, "[latents, x]", "'images'");
    }

    @Test
    void otherShapesTypesAndRangesAreRefusedWithWhatWasFound() {
        refused(Map.of("a", new NpyArray.UInt8(new int[] {2, 6}, PIXELS)), "[2, 6]", "[n, height, width]");
        refused(Map.of("a", new NpyArray.UInt8(new int[] {12}, PIXELS)), "[12]");
        refused(Map.of("a", new NpyArray.UInt8(new int[] {0, 2, 3}, new byte[0])), "[0, 2, 3]", "at least one image");
        refused(
                Map.of("a", new NpyArray.Float32(new int[] {2, 0, 3}, new float[0])),
                "[2, 0, 3]",
                "at least one image");
        for (double stray : new double[] {-2, 255.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] values = scaled(0, 1);
            values[4] = stray;
            refused(Map.of("a", new NpyArray.Float64(SHAPE, values)), "[-1, 1], [0, 1] or [0, 255]", stray + "");
        }
    }

    /** Images over 255 and so on, after an operation that rounds or overshoots a little. */
    @Test
    void numbersThatRoundingCarriedOutOfTheirRangeAreReadByIt() {
        for (double[] range : List.of(new double[] {-1, 1}, new double[] {0, 1}, new double[] {0, 255})) {
            for (double factor : new double[] {1.0000001, 1.0005, 0.9999}) {
                for (double shift : new double[] {0, -1e-6 * range[1], 1e-6 * range[1]}) {
                    double[] values = scaled(range[0], range[1]);
                    for (int i = 0; i < values.length; i++) {
                        values[i] = factor * values[i] + shift;
                    }
                    SampleArrays read = read(new NpyArray.Float64(SHAPE, values));
                    assertThat(read.images()).isEqualTo(IMAGES);
                    assertThat(read.scale())
                            .isEqualTo(String.format(Locale.ROOT, "numbers read as [%.0f, %.0f]", range[0], range[1]));
                }
            }
        }
    }

    @Test
    void numbersThatFitNoRangeAreRefusedUntilOneIsGiven() {
        for (double[] range :
                List.of(new double[] {-0.4242, 2.8215}, new double[] {0, 2}, new double[] {-127.5, 127.5})) {
            double[] values = scaled(range[0], range[1]);
            refused(Map.of("a", new NpyArray.Float64(SHAPE, values)), "--range", range[1] + "");
            Path file = folder.resolve("ranged.npz");
            NpzFile.write(file, Map.of("a", new NpyArray.Float64(SHAPE, values)));
            assertThat(SampleArrays.read(file, Optional.of(new PixelRange(range[0], range[1])))
                            .images())
                    .isEqualTo(IMAGES);
        }
    }

    @Test
    void numbersBeyondAGivenRangeAreTakenForItsEndsAndCounted() {
        Path file = folder.resolve("beyond.npz");
        double[] values = scaled(0, 1);
        values[5] = 1.5;
        values[0] = -3;
        NpzFile.write(file, Map.of("a", new NpyArray.Float64(SHAPE, values)));
        SampleArrays read = SampleArrays.read(file, Optional.of(PixelRange.UNIT));
        assertThat(read.images()).isEqualTo(IMAGES);
        assertThat(read.scale()).isEqualTo("numbers read as [0, 1], 2 of 12 beyond it taken for its ends");
    }

    @Test
    void wholeNumbersOfSixtyFourBitsArePixels() {
        long[] pixels = new long[PIXELS.length];
        Arrays.setAll(pixels, i -> PIXELS[i] & 0xff);
        assertThat(read(new NpyArray.Int64(SHAPE, pixels)).images()).isEqualTo(IMAGES);
        pixels[3] = 256;
        refused(Map.of("a", new NpyArray.Int64(SHAPE, pixels)), "256", "[0, 255]");
    }

    @Test
    void darkWholeNumbersAreStillBytesAndBytesFollowAGivenRange() {
        double[] dark = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        assertThat(read(new NpyArray.Float64(SHAPE, dark)).scale()).isEqualTo("numbers read as [0, 255]");
        Path file = folder.resolve("binary.npz");
        NpzFile.write(file, Map.of("a", new NpyArray.UInt8(SHAPE, new byte[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1})));
        Images images = SampleArrays.read(file, Optional.of(PixelRange.UNIT)).images();
        assertThat(images.pixel(0, 0, 0, 1)).isEqualTo(255);
        assertThat(images.pixel(0, 0, 0, 0)).isZero();
    }

    @Test
    void coloursMayComeLastAndOtherNumbersOfChannelsAreRefused() {
        Images images = read(new NpyArray.UInt8(new int[] {1, 2, 2, 3}, PIXELS)).images();
        assertThat(images.shape()).isEqualTo(new ImageShape(3, 2, 2));
        assertThat(images.pixel(0, 1, 0, 1)).isEqualTo(PIXELS[4] & 0xff);
        refused(
                Map.of("a", new NpyArray.UInt8(new int[] {1, 2, 3, 2}, PIXELS)),
                "[1, 2, 3, 2]",
                "1 channel (grey) or 3");
    }

    private void refused(Map<String, NpyArray> arrays, String... words) {
        assertThatThrownBy(() -> read(arrays))
                .isInstanceOf(ActionableException.class)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(words).contains("samples.npz"));
    }

    @Test
    void aFileThatIsNoneOrTornIsRefused() throws Exception {
        Path file = folder.resolve("torn.npz");
        NpzFile.write(file, Map.of("images", new NpyArray.UInt8(SHAPE, PIXELS)));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SampleArrays.read(file, Optional.empty()))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("torn.npz");
        }
    }
}
