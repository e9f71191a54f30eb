package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.format.MalformedFileException;

class DatasetsTest {
    private static final Dataset MNIST = Datasets.load(DataSource.named("mnist"));

    @TempDir
    private Path folder;

    @Test
    void mnistHasTheClassCountsThatItsAuthorsPublished() {
        assertThat(MNIST.size()).isEqualTo(60000);
        assertThat(MNIST.shape()).hasToString("1x28x28");
        assertThat(MNIST.classHistogram())
                .isEqualTo(Map.of(
                        0, 5923, 1, 6742, 2, 5958, 3, 6131, 4, 5842, 5, 5421, 6, 5918, 7, 6265, 8, 5851, 9, 5949));
        Dataset test = Datasets.load(DataSource.named("mnist-test"));
        assertThat(test.size()).isEqualTo(10000);
        assertThat(test.classHistogram())
                .isEqualTo(Map.of(0, 980, 1, 1135, 2, 1032, 3, 1010, 4, 982, 5, 892, 6, 958, 7, 1028, 8, 974, 9, 1009));
    }

    @Test
    void theDigitsFilterKeepsTheImagesOfThoseDigits() {
        Dataset fives = Datasets.load(new DataSource("mnist", Optional.empty(), Optional.empty(), Set.of(5)));
        assertThat(fives.size()).isEqualTo(5421);
        int first = 0;
        while (MNIST.label(first) != 5) {
            first++;
        }
        assertThat(fives.images().slice(0, 1)).isEqualTo(MNIST.images().slice(first, first + 1));
        assertThat(MNIST.withLabels(Set.of(3, 4, 6)).size()).isEqualTo(6131 + 5842 + 5918);
    }

    @Test
    void everyNameIsDescribedInASentence() {
        assertThat(Datasets.names()).containsExactly("mnist", "mnist-test", "ring", "grid", "swiss-roll");
        assertThat(Datasets.names())
                .allSatisfy(name -> assertThat(Datasets.describe(name)).matches("[A-Z0-9].{20,160}\\."));
        assertThat(List.of("mnist", "mnist-test"))
                .allSatisfy(name -> assertThat(Datasets.describe(name))
                        .contains("MNIST", "LeCun and Cortes", "CC BY-SA 3.0")
                        .endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({"mnst, did you mean mnist?", "MNIST-TEST, did you mean mnist-test?", "cifar, Choose from mnist"})
    void anUnknownNameIsAnsweredWithTheNearestAndTheValidOnes(String name, String answer) {
        assertThatThrownBy(() -> Datasets.load(DataSource.named(name)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("\"" + name + "\"", answer, "mnist, mnist-test");
        assertThatThrownBy(() -> Datasets.describe(name)).isInstanceOf(ActionableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void anyPairOfIdxFilesIsLoaded(String ending) {
        Dataset loaded = load(idx("images" + ending, 3, 2, 2), Optional.of(idx("labels" + ending, 3)), Set.of());
        assertThat(loaded.name()).isEqualTo("images" + ending);
        assertThat(loaded.shape()).isEqualTo(new ImageShape(1, 2, 2));
        assertThat(loaded.images().bytes()).isEqualTo(ImagesTest.counting(12));
        assertThat(loaded.classHistogram()).isEqualTo(Map.of(0, 1, 1, 1, 2, 1));
    }

    @Test
    void fourDimensionsAreColouredImages() {
        Dataset loaded = load(idx("colours", 5, 3, 2, 4), Optional.empty(), Set.of());
        assertThat(loaded.shape()).hasToString("3x2x4");
        assertThat(loaded.size()).isEqualTo(5);
        assertThat(loaded.labelled()).isFalse();
    }

    @Test
    void channelsMayComeLast() throws IOException {
        Dataset grey = load(idx("last", 2, 28, 28, 1), Optional.empty(), Set.of());
        assertThat(grey.shape()).hasToString("1x28x28");
        assertThat(grey.images().pixel(1, 0, 0, 3)).isEqualTo((784 + 3) % 256);
        Images colour = load(idx("rgb", 2, 4, 5, 3), Optional.empty(), Set.of()).images();
        assertThat(colour.shape()).hasToString("3x4x5");
        for (int channel = 0; channel < 3; channel++) {
            assertThat(colour.pixel(1, channel, 2, 4)).isEqualTo(60 + 3 * 14 + channel);
        }
    }

    @ParameterizedTest
    @CsvSource({"4 8 8", "2 8 8", "8 8 4", "28 28 28", "8 8 2"})
    void otherNumbersOfChannelsAreRefusedWithWhatIsSupported(String sizes) {
        int[] three =
                Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray();
        Path file = idx("channels", 2, three[0], three[1], three[2]);
        assertThatThrownBy(() -> load(file, Optional.empty(), Set.of()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll(
                        file.toString(),
                        "[2, " + sizes.replace(" ", ", ") + "]",
                        "1 channel (grey) or 3",
                        "height, width");
    }

    @Test
    void labelsOfAnotherCountAreRefusedWithBothCounts() {
        Path images = idx("images", 3, 2, 2);
        assertThatThrownBy(() -> load(images, Optional.of(idx("labels", 4)), Set.of()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll(images.toString(), "3 images", "labels", "4 labels");
    }

    @Test
    void filesInTheWrongPlaceAreNamed() {
        Path images = idx("images", 3, 2, 2);
        Path labels = idx("labels", 3);
        assertThatThrownBy(() -> load(labels, Optional.empty(), Set.of()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("labels", "the sizes [3]");
        assertThatThrownBy(() -> load(images, Optional.of(images), Set.of()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("3 dimensions [3, 2, 2]");
        assertThatThrownBy(() -> load(idx("empty", 0, 2, 2), Optional.empty(), Set.of()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("at least one image");
        assertThatThrownBy(() -> load(folder.resolve("absent"), Optional.empty(), Set.of()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        Path whole = idx("images", 3, 2, 2);
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(whole), 20));
        assertThatThrownBy(() -> load(cut, Optional.empty(), Set.of()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll(cut.toString(), "after 4 bytes", "12 bytes");
    }

    @Test
    void digitsWithoutLabelsAndLabelsWithoutImagesAreRefused() {
        assertThatThrownBy(() -> load(idx("images", 3, 2, 2), Optional.empty(), Set.of(1)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("has no labels");
        assertThatThrownBy(() -> new DataSource("mnist", Optional.empty(), Optional.of(folder), Set.of()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("without images");
    }

    @Test
    void theNearestWordHasTheFewestEdits() {
        assertThat(Spelling.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.edits("", "abc")).isEqualTo(3);
        assertThat(Spelling.edits("same", "same")).isZero();
        assertThat(Spelling.nearest("wan", List.of("gan", "wgan", "wgan-gp"))).containsExactly("gan", "wgan");
        assertThat(Spelling.nearest("wagn", List.of("gan", "wgan"))).containsExactly("wgan");
        assertThat(Spelling.nearest("WGAN_GP", List.of("gan", "wgan", "wgan-gp")))
                .containsExactly("wgan-gp");
        assertThat(Spelling.nearest("xyz", List.of("gan"))).isEmpty();
        assertThat(Spelling.nearest("", List.of("gan"))).isEmpty();
    }

    private static Dataset load(Path images, Optional<Path> labels, Set<Integer> digits) {
        return Datasets.load(new DataSource("", Optional.of(images), labels, digits));
    }

    private Path idx(String name, int... dimensions) {
        int count = 1;
        for (int dimension : dimensions) {
            count *= dimension;
        }
        Path path = folder.resolve(name);
        new IdxFile(dimensions, ImagesTest.counting(count)).write(path);
        return path;
    }
}
