package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;

class ImagesTest {
    private static final ImageShape ONE_PIXEL = new ImageShape(1, 1, 1);

    @Test
    void everyPixelSurvivesTheUnitRange() {
        Images every = Images.of(ONE_PIXEL, counting(256));
        float[] scaled = new float[256];
        for (int i = 0; i < 256; i++) {
            every.copyScaled(i, scaled, i);
            assertThat(scaled[i]).isEqualTo((i - 127.5f) / 127.5f).isBetween(-1f, 1f);
        }
        assertThat(Images.fromUnitRange(ONE_PIXEL, scaled)).isEqualTo(every);
    }

    @Test
    void theEndsOfTheRangeAreBlackAndWhiteAndWhatLiesOutsideIsClamped() {
        float[] values = {
            -1, 1, -1.5f, 3, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, Float.MAX_VALUE
        };
        Images images = Images.fromUnitRange(ONE_PIXEL, values);
        int[] pixels = new int[values.length];
        Arrays.setAll(pixels, i -> images.pixel(i, 0, 0, 0));
        assertThat(pixels).containsExactly(0, 255, 0, 255, 0, 255, 0, 255);
    }

    @Test
    void notANumberIsNoPixel() {
        assertThatThrownBy(() -> Images.fromUnitRange(ONE_PIXEL, new float[] {0, Float.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 1 of 2 is NaN");
    }

    @Test
    void pixelsAreAddressedByImageChannelRowAndColumn() {
        Images images = Images.of(new ImageShape(2, 3, 4), counting(48));
        assertThat(images.count()).isEqualTo(2);
        assertThat(images.pixel(1, 0, 2, 3)).isEqualTo(24 + 11);
        assertThat(images.pixel(0, 1, 1, 0)).isEqualTo(12 + 4);
        assertThatThrownBy(() -> images.pixel(0, 2, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images.pixel(0, 0, 0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images.pixel(2, 0, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void nothingOutsideCanChangeThem() {
        byte[] pixels = counting(4);
        Images images = Images.of(ONE_PIXEL, pixels);
        pixels[0] = 99;
        images.bytes()[1] = 99;
        assertThat(images.bytes()).isEqualTo(counting(4));
    }

    @Test
    void aSliceHoldsTheImagesOfItsRange() {
        Images images = Images.of(new ImageShape(1, 1, 2), counting(10));
        assertThat(images.slice(1, 3).bytes()).containsExactly(2, 3, 4, 5);
        assertThat(images.slice(2, 2).count()).isZero();
        assertThat(images.slice(0, 5))
                .isEqualTo(images)
                .hasSameHashCodeAs(images)
                .hasToString("5 images of 1x1x2");
        assertThatThrownBy(() -> images.slice(3, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Images.of(new ImageShape(1, 2, 2), new byte[5]))
                .hasMessageContainingAll("5", "1x2x2", "4");
        assertThatThrownBy(() -> new ImageShape(0, 28, 28)).hasMessageContaining("0x28x28");
        assertThatThrownBy(() -> new ImageShape(1, 1 << 16, 1 << 16))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("1 x 65536 x 65536", "2147483639");
        assertThatThrownBy(() -> new Images.Builder(new ImageShape(3, 256, 256), 20_000))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("20000 images of 3x256x256", "10922");
        assertThatThrownBy(() -> Images.of(ONE_PIXEL, new byte[2]).copyScaled(1, new float[2], 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    static byte[] counting(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
