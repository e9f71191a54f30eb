package org.wgan4j.gan.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.torch.TorchRuntime;

class ClassifierAccuracyTest {
    @Test
    void theDiagonalOfTheConfusionIsWhatIsRight() {
        ClassifierAccuracy accuracy =
                new ClassifierAccuracy(List.of(List.of(5, 1, 0), List.of(0, 7, 2), List.of(1, 0, 4)));
        assertThat(accuracy)
                .isEqualTo(new ClassifierAccuracy(List.of(List.of(5, 1, 0), List.of(0, 7, 2), List.of(1, 0, 4))));
        assertThat(accuracy.images()).isEqualTo(20);
        assertThat(accuracy.correct()).isEqualTo(16);
        assertThat(accuracy.share()).isCloseTo(0.8, within(1e-15));
    }

    /** Every label moved on by one: what was right is wrong, and stands beside the diagonal. */
    @Test
    void rowsAreTheTrueClassAndColumnsTheOneSaid() {
        Dataset digits = Datasets.load(DataSource.named("mnist-test")).select(new int[] {0, 1, 2, 3, 4});
        int[] next = new int[digits.size()];
        for (int i = 0; i < next.length; i++) {
            next[i] = (digits.label(i) + 1) % 10;
        }
        try (DigitClassifier classifier = DigitClassifier.shipped(TorchRuntime.start(2))) {
            ClassifierAccuracy right = ClassifierAccuracy.of(classifier, digits);
            ClassifierAccuracy moved = ClassifierAccuracy.of(classifier, Dataset.of("moved", digits.images(), next));
            assertThat(right.correct()).isEqualTo(5);
            assertThat(moved.correct()).isZero();
            for (int i = 0; i < next.length; i++) {
                assertThat(moved.confusion().get(next[i]).get(digits.label(i))).isPositive();
            }
        }
    }

    @Test
    void labelsThatItCannotSayOrThatAreMissingAreRefused() {
        Dataset digits = Datasets.load(DataSource.named("mnist-test")).select(new int[] {0, 1});
        try (DigitClassifier classifier = DigitClassifier.shipped(TorchRuntime.start(2))) {
            assertThatThrownBy(() -> ClassifierAccuracy.of(
                            classifier, Dataset.of("letters", digits.images(), new int[] {1, 12})))
                    .isInstanceOf(ActionableException.class)
                    .hasMessage("The classifier knows the labels 0 to 9, but letters has the label 12");
            assertThatThrownBy(() -> ClassifierAccuracy.of(classifier, Dataset.of("bare", digits.images())))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("no labels");
        }
    }
}
