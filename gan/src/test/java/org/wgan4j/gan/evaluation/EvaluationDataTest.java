package org.wgan4j.gan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.IdxFile;

class EvaluationDataTest {
    @TempDir
    Path folder;

    /** Images of 1x1 whose pixel is their number. */
    private DataSource numbered(int count) {
        byte[] pixels = new byte[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (byte) i;
        }
        Path file = folder.resolve("numbered-" + count + ".idx");
        new IdxFile(new int[] {count, 1, 1}, pixels).write(file);
        return new DataSource("mnist", Optional.of(file), Optional.empty(), Set.of());
    }

    private static int[] numbers(Dataset data) {
        return IntStream.range(0, data.size())
                .map(i -> data.images().pixel(i, 0, 0, 0))
                .toArray();
    }

    @Test
    void eachSplitOfMnistIsHeldAgainstTheOther() {
        Dataset training = Datasets.load(DataSource.named("mnist"));
        Dataset test = Datasets.load(DataSource.named("mnist-test"));
        EvaluationData forTraining = EvaluationData.of(DataSource.named("mnist"));
        assertThat(forTraining.training().sha256()).isEqualTo(training.sha256());
        assertThat(forTraining.reference().sha256()).isEqualTo(test.sha256());
        EvaluationData forTest = EvaluationData.of(DataSource.named("mnist-test"));
        assertThat(forTest.training().sha256()).isEqualTo(test.sha256());
        assertThat(forTest.reference().sha256()).isEqualTo(training.sha256());
        for (EvaluationData evaluationData : new EvaluationData[] {forTraining, forTest}) {
            assertThat(evaluationData.heldOut()).isTrue();
            assertThat(evaluationData.digits()).isTrue();
        }
    }

    @Test
    void theDigitsThatWereLearntAreThoseHeldAgainst() {
        EvaluationData evaluationData =
                EvaluationData.of(new DataSource("mnist-test", Optional.empty(), Optional.empty(), Set.of(3, 5)));
        assertThat(evaluationData.training().classHistogram()).containsOnlyKeys(3, 5);
        assertThat(evaluationData.reference().classHistogram())
                .containsEntry(3, 6131)
                .containsEntry(5, 5421)
                .hasSize(2);
    }

    @Test
    void imagesOfOnesOwnAreCutInTwoHalvesThatShareNoneAndLoseNone() {
        for (int count : new int[] {2, 3, 200, 201}) {
            EvaluationData evaluationData = EvaluationData.of(numbered(count));
            int[] training = numbers(evaluationData.training());
            int[] reference = numbers(evaluationData.reference());
            assertThat(reference).hasSize(count / 2);
            assertThat(IntStream.concat(IntStream.of(training), IntStream.of(reference))
                            .sorted()
                            .toArray())
                    .isEqualTo(IntStream.range(0, count).toArray());
            assertThat(evaluationData.heldOut()).isFalse();
            assertThat(evaluationData.digits()).isFalse();
            assertThat(numbers(EvaluationData.of(numbered(count)).reference())).isEqualTo(reference);
        }
        int[] half = numbers(EvaluationData.of(numbered(200)).reference());
        double mean = Arrays.stream(half).average().orElseThrow();
        assertThat(mean).isBetween(80.0, 119.0); // at random: 99.5 with a standard deviation of 4.1
    }

    @Test
    void aDataSetInMemoryIsCutAsTheSameImagesInAFile() {
        Dataset training = EvaluationData.of(numbered(20)).training();
        Images images = Datasets.load(numbered(20)).images();
        assertThat(numbers(EvaluationData.of(Dataset.of("own", images)).training()))
                .isEqualTo(numbers(EvaluationData.of(images).training()))
                .isEqualTo(numbers(training));
    }

    @Test
    void aDataSetHasTheReferenceThatIsPassed() {
        Dataset training = Datasets.load(numbered(20));
        Dataset reference = Datasets.load(numbered(7));
        EvaluationData evaluationData = EvaluationData.of(training, reference);
        assertThat(evaluationData.training()).isEqualTo(training);
        assertThat(evaluationData.reference()).isEqualTo(reference);
        assertThat(evaluationData.heldOut()).isTrue();
        Dataset colour = Dataset.of("colour", Images.of(new ImageShape(3, 1, 1), new byte[6]));
        assertThatThrownBy(() -> EvaluationData.of(training, colour))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("1x1x1", "colour are 3x1x1", "one shape");
    }

    @Test
    void aSingleImageHasNothingToBeHeldAgainst() {
        assertThatThrownBy(() -> EvaluationData.of(numbered(1)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("has 1 image")
                .hasMessageContaining("give more images");
    }

    @Test
    void fewerImagesAreSomeOfThemChosenBySeedAndKeepTheRest() {
        EvaluationData all = EvaluationData.of(numbered(200));
        EvaluationData few = all.atMost(30, 20, 1);
        assertThat(numbers(few.training())).hasSize(30).doesNotHaveDuplicates();
        assertThat(Arrays.stream(numbers(few.training())).boxed())
                .isSubsetOf(Arrays.stream(numbers(all.training())).boxed().toList());
        assertThat(Arrays.stream(numbers(few.reference())).boxed())
                .hasSize(20)
                .isSubsetOf(Arrays.stream(numbers(all.reference())).boxed().toList());
        assertThat(numbers(all.atMost(30, 20, 1).training())).isEqualTo(numbers(few.training()));
        assertThat(numbers(all.atMost(30, 20, 2).training())).isNotEqualTo(numbers(few.training()));
        assertThat(all.atMost(100, 100, 1)).isEqualTo(all);
    }

    @Test
    void trainingImagesThatAreJudgedAreDrawnBySeedAndTakenOut() {
        EvaluationData all = EvaluationData.of(numbered(200));
        int[] drawn = all.someOfTraining(10, 1);
        assertThat(drawn).hasSize(10).isSorted().doesNotHaveDuplicates();
        assertThat(all.someOfTraining(10, 1)).isEqualTo(drawn);
        assertThat(all.someOfTraining(10, 2)).isNotEqualTo(drawn);
        assertThat(all.someOfTraining(1000, 1)).hasSize(50).doesNotHaveDuplicates();
        EvaluationData without = all.withoutTraining(drawn);
        Set<Integer> rest = new TreeSet<>();
        for (int number : numbers(without.training())) {
            rest.add(number);
        }
        for (int number : numbers(all.training().select(drawn))) {
            assertThat(rest.add(number)).isTrue();
        }
        assertThat(rest).hasSize(100);
        assertThat(without.reference()).isSameAs(all.reference());
        assertThat(all.withoutTraining(new int[0])).isSameAs(all);
    }

    /** Images at odd places of MNIST are brighter by a tenth than those at even ones: a draw must not prefer one of the two. */
    @Test
    void drawnTrainingImagesAreAsBrightAsAll() {
        Dataset training = Datasets.load(DataSource.named("mnist"));
        EvaluationData evaluationData = new EvaluationData(training, training, false, true);
        int[] even = IntStream.range(0, 10_000).map(i -> 6 * i).toArray();
        double all = brightness(training);
        assertThat(brightness(training.select(even))).isLessThan(0.96 * all);
        // the brightness of an image has a standard deviation of a third of its mean
        assertThat(brightness(training.select(evaluationData.someOfTraining(10_000, 1))))
                .isBetween(0.985 * all, 1.015 * all);
    }

    private static double brightness(Dataset data) {
        byte[] pixels = data.images().bytes();
        long sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xff;
        }
        return (double) sum / pixels.length;
    }
}
