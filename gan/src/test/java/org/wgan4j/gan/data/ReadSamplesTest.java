package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;

/** Samples of one's own, read when they are needed. */
class ReadSamplesTest {
    private static final ImageShape SHAPE = new ImageShape(1, 2, 2);

    /** Sample i has the values of four pixels 10i, 10i + 1, ... */
    private static void read(int i, float[] target, int offset) {
        for (int k = 0; k < 4; k++) {
            target[offset + k] = (10 * i + k - 127.5f) / 127.5f;
        }
    }

    private static final Dataset MINE =
            Dataset.of("mine", SampleArray.of(SHAPE, 20, ReadSamplesTest::read), new int[20]);

    @Test
    void theyAreReadInTheOrderAskedForAndNotBefore() {
        List<Integer> asked = new ArrayList<>();
        SampleArray samples = SampleArray.of(SHAPE, 20, (i, target, offset) -> {
            asked.add(i);
            read(i, target, offset);
        });
        Dataset dataset = Dataset.of("mine", samples);
        assertThat(asked).isEmpty();
        float[] values = dataset.scaled(new int[] {3, 0, 3});
        assertThat(asked).containsExactly(3, 0, 3);
        assertThat(values[0]).isEqualTo((30 - 127.5f) / 127.5f);
        assertThat(values[11]).isEqualTo((33 - 127.5f) / 127.5f);
        assertThat(dataset).hasToString("mine: 20 samples of 1x2x2");
    }

    @Test
    void aChoiceOfThemIsReadFromTheSamePlaces() {
        Dataset chosen = MINE.select(new int[] {7, 5, 7}).select(new int[] {2, 1});
        assertThat(chosen.size()).isEqualTo(2);
        assertThat(chosen.scaled(new int[] {1, 0})).isEqualTo(MINE.scaled(new int[] {5, 7}));
        assertThatThrownBy(() -> MINE.select(new int[] {20})).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void asImagesTheyAreTheSameAsTheSameImagesInMemory() {
        byte[] pixels = new byte[20 * 4];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (10 * (i / 4) + i % 4);
        }
        assertThat(MINE.images()).isEqualTo(Images.of(SHAPE, pixels));
    }

    @Test
    void theChecksumIsOfTheirValuesAndLabels() {
        assertThat(MINE.sha256()).matches("[0-9a-f]{64}");
        Dataset other = Dataset.of("mine", SampleArray.of(SHAPE, 20, (i, target, offset) -> {
            read(i, target, offset);
            target[offset + 3] += i == 19 ? 0.001f : 0;
        }));
        assertThat(other.sha256()).isNotEqualTo(MINE.sha256());
    }

    @Test
    void aWholeBatchCanBeReadAtOnce() {
        List<Integer> sizes = new ArrayList<>();
        SampleArray batches = new SampleArray() {
            @Override
            public ImageShape shape() {
                return SHAPE;
            }

            @Override
            public int count() {
                return 20;
            }

            @Override
            public void copyScaled(int i, float[] target, int offset) {
                read(i, target, offset);
            }

            @Override
            public void copyScaled(int[] indices, float[] target) {
                sizes.add(indices.length);
                SampleArray.super.copyScaled(indices, target);
            }
        };
        float[] values = Dataset.of("mine", batches).scaled(new int[] {1, 2, 3});
        assertThat(sizes).containsExactly(3);
        assertThat(values).isEqualTo(MINE.scaled(new int[] {1, 2, 3}));
    }

    @Test
    void valuesThatAreNoPixelsAreRefusedWithTheSample() {
        for (float wrong : new float[] {255, -1.01f, Float.NaN, Float.POSITIVE_INFINITY}) {
            Dataset dataset = Dataset.of("mine", SampleArray.of(SHAPE, 9, (i, target, offset) -> {
                target[offset + 1] = i == 8 ? wrong : 0;
            }));
            assertThatThrownBy(() -> dataset.scaled(new int[] {1, 8}))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContainingAll("Sample 8", "mine", String.valueOf(wrong), "[-1, 1]");
        }
    }

    @Test
    void pointsOfThePlaneMayLieAnywhereButSomewhere() {
        Dataset far = Dataset.of("far", SampleArray.of(Points.SHAPE, 2, (i, target, offset) -> {
            target[offset] = 1000 + i;
            target[offset + 1] = -1000;
        }));
        assertThat(far.points()).isEqualTo(Points.of(1000, -1000, 1001, -1000));
        assertThatThrownBy(far::images).hasMessageContaining("needs images");
        assertThatThrownBy(MINE::points).hasMessageContaining("needs points");
        Dataset nowhere = Dataset.of("nowhere", Points.of(1, Float.NaN));
        assertThatThrownBy(() -> nowhere.scaled(new int[] {0}))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("coordinates are finite");
    }

    @Test
    void aNumberBelowZeroIsRefused() {
        assertThatThrownBy(() -> SampleArray.of(SHAPE, -1, ReadSamplesTest::read))
                .hasMessageContaining("-1");
    }
}
