package org.wgan4j.gan.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;

class ShiftedImagesTest {
    private static final ImageShape SHAPE = new ImageShape(2, 7, 9);

    /** Black but for one white pixel in the second channel. */
    private static Dataset dot(int y, int x) {
        byte[] pixels = new byte[SHAPE.size()];
        pixels[(SHAPE.height() + y) * SHAPE.width() + x] = (byte) 255;
        return Dataset.of("dot", Images.of(SHAPE, pixels));
    }

    private static float[] shifted(Dataset data, int copies, long seed) {
        return NativeScope.get(
                () -> Tensors.toArray(new ShiftedImages(data, RandomStream.root(seed)).batch(new int[copies])));
    }

    /** All 25 shifts come, each about as often as another: 5 standard deviations of a binomial. */
    @Test
    void aDotInTheMiddleLandsWithinTwoPixelsAllWaysAlikeAndStaysOneDot() {
        int copies = 5000;
        float[] values = shifted(dot(3, 4), copies, 1);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < copies; i++) {
            float[] image = Arrays.copyOfRange(values, i * SHAPE.size(), (i + 1) * SHAPE.size());
            int white = -1;
            for (int p = 0; p < image.length; p++) {
                if (image[p] == 1) {
                    assertThat(white).isEqualTo(-1);
                    white = p;
                } else {
                    assertThat(image[p]).isEqualTo(-1);
                }
            }
            int row = white / SHAPE.width() - SHAPE.height(); // in the second channel
            counts.merge((row - 3) + "," + (white % SHAPE.width() - 4), 1, Integer::sum);
        }
        Set<String> all = new HashSet<>();
        for (int down = -2; down <= 2; down++) {
            for (int right = -2; right <= 2; right++) {
                all.add(down + "," + right);
            }
        }
        assertThat(counts.keySet()).isEqualTo(all);
        double spread = 5 * Math.sqrt(copies / 25.0 * 24 / 25);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - copies / 25.0) < spread);
    }

    @Test
    void whatLeavesTheImageIsGoneAndBlackComesIn() {
        int copies = 500;
        float[] values = shifted(dot(0, 0), copies, 2);
        int kept = 0;
        for (int i = 0; i < copies; i++) {
            float[] image = Arrays.copyOfRange(values, i * SHAPE.size(), (i + 1) * SHAPE.size());
            for (int p = 0; p < image.length; p++) {
                if (image[p] == 1) {
                    int row = p / SHAPE.width() - SHAPE.height();
                    assertThat(row).isBetween(0, 2); // neither in the first channel nor wrapped around
                    assertThat(p % SHAPE.width()).isBetween(0, 2);
                    kept++;
                } else {
                    assertThat(image[p]).isEqualTo(-1);
                }
            }
        }
        assertThat((double) kept / copies).isBetween(0.25, 0.47); // 9 of 25 shifts keep it
    }

    @Test
    void theShiftsAreAFunctionOfTheStream() {
        assertThat(shifted(dot(3, 4), 50, 3)).isEqualTo(shifted(dot(3, 4), 50, 3));
        assertThat(shifted(dot(3, 4), 50, 3)).isNotEqualTo(shifted(dot(3, 4), 50, 4));
    }
}
