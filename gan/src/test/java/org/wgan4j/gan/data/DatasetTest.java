package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;

class DatasetTest {
    private static final Images FOUR = Images.of(new ImageShape(1, 1, 2), ImagesTest.counting(8));
    private static final Dataset LABELLED = Dataset.of("four", FOUR, new int[] {7, 3, 7, 1});

    @Test
    void theLabelsChooseTheImages() {
        Dataset sevens = LABELLED.withLabels(Set.of(7));
        assertThat(sevens.images().bytes()).containsExactly(0, 1, 4, 5);
        assertThat(sevens.classHistogram()).isEqualTo(Map.of(7, 2));
        assertThat(sevens.label(1)).isEqualTo(7);
        assertThat(LABELLED.withLabels(Set.of(1, 3, 7)).images()).isEqualTo(FOUR);
    }

    @Test
    void anUnknownLabelIsRefusedWithTheValidOnes() {
        assertThatThrownBy(() -> LABELLED.withLabels(Set.of(7, 8)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("no label 8", "[1, 3, 7]");
        assertThatThrownBy(() -> LABELLED.withLabels(Set.of()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("[1, 3, 7]");
    }

    @Test
    void withoutLabelsNoneCanBeChosenOrCounted() {
        Dataset bare = Dataset.of("bare", FOUR);
        assertThat(bare.labelled()).isFalse();
        assertThatThrownBy(() -> bare.withLabels(Set.of(1)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("bare has no labels");
        assertThatThrownBy(bare::classHistogram).isInstanceOf(ActionableException.class);
        assertThatThrownBy(() -> bare.label(0)).isInstanceOf(ActionableException.class);
    }

    @Test
    void countsThatDifferAreRefusedWithBoth() {
        assertThatThrownBy(() -> Dataset.of("odd", FOUR, new int[3]))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("odd", "4 images", "3 labels");
        assertThatThrownBy(() -> Dataset.of("none", FOUR.slice(0, 0)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("no images");
    }

    @Test
    void scaledImagesComeInTheOrderAskedFor() {
        float[] values = LABELLED.scaled(new int[] {3, 0, 3});
        assertThat(values).hasSize(6);
        for (int k = 0; k < 6; k++) {
            int pixel = new int[] {6, 7, 0, 1, 6, 7}[k];
            assertThat(values[k]).isEqualTo((pixel - 127.5f) / 127.5f);
        }
        assertThatThrownBy(() -> LABELLED.scaled(new int[] {4})).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theChecksumCoversPixelsAndLabelsAndNothingElse() {
        String sum = LABELLED.sha256();
        assertThat(sum).matches("[0-9a-f]{64}").isEqualTo(LABELLED.sha256());
        assertThat(Dataset.of("another name", FOUR, new int[] {7, 3, 7, 1}).sha256())
                .isEqualTo(sum);
        assertThat(Dataset.of("four", FOUR, new int[] {7, 3, 7, 2}).sha256()).isNotEqualTo(sum);
        assertThat(Dataset.of("four", FOUR).sha256()).isNotEqualTo(sum);
        assertThat(LABELLED.withLabels(Set.of(7)).sha256()).isNotEqualTo(sum);
    }

    @Test
    void theLabelsGivenCanBeChangedAfterwards() {
        int[] labels = {1, 2, 3, 4};
        Dataset dataset = Dataset.of("four", FOUR, labels);
        labels[0] = 9;
        assertThat(dataset.label(0)).isEqualTo(1);
        assertThatThrownBy(() -> dataset.classHistogram().put(5, 1)).isInstanceOf(UnsupportedOperationException.class);
    }
}
