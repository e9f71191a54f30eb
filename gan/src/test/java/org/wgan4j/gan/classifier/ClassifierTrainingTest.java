package org.wgan4j.gan.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.TorchRuntime;

class ClassifierTrainingTest {
    private static final Dataset TEST = Datasets.load(DataSource.named("mnist-test"));

    @TempDir
    Path folder;

    private static Dataset images(int from, int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = from + i;
        }
        return TEST.select(indices);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        Dataset few = images(0, 300);
        byte[] first = trained(new ClassifierTraining(1, 5, 2), few, "first");
        assertThat(trained(new ClassifierTraining(1, 5, 2), few, "second")).isEqualTo(first);
        assertThat(Safetensors.read(folder.resolve("first")).tensors())
                .isNotEqualTo(tensorsOf(new ClassifierTraining(1, 6, 2), few));
    }

    private SortedMap<String, FloatTensor> tensorsOf(ClassifierTraining training, Dataset data) {
        training.run(data, folder.resolve("other"), progress -> {});
        return Safetensors.read(folder.resolve("other")).tensors();
    }

    @Test
    void itLearnsToTellUnseenDigitsApart() {
        List<ClassifierTraining.EpochLoss> heard = new ArrayList<>();
        Path file = folder.resolve("learnt");
        new ClassifierTraining(3, 1, 2).run(images(0, 1500), file, heard::add);
        assertThat(heard).extracting(ClassifierTraining.EpochLoss::epoch).containsExactly(1, 2, 3);
        assertThat(heard.get(0).loss()).isLessThan(Math.log(10)); // of one who says 1/10 to each
        assertThat(heard.get(2).loss()).isLessThan(heard.get(0).loss() * 0.7);
        try (DigitClassifier classifier = DigitClassifier.read(file, TorchRuntime.start(2))) {
            assertThat(ClassifierAccuracy.of(classifier, images(5000, 500)).share())
                    .isGreaterThan(0.9);
            assertThat(classifier.name()).isEqualTo("learnt");
        }
    }

    @Test
    void theFileSaysWhatItWasTrainedOnAndHow() {
        Path file = folder.resolve("weights");
        Dataset few = images(0, 40); // less than one batch
        new ClassifierTraining(2, 9, 2).run(few, file, progress -> {});
        assertThat(Safetensors.read(file).metadata())
                .containsEntry("data", "mnist-test")
                .containsEntry("data_sha256", few.sha256())
                .containsEntry("epochs", "2")
                .containsEntry("seed", "9")
                .containsEntry("threads", "2");
    }

    @Test
    void nothingNativeIsLeftOver() {
        new ClassifierTraining(1, 1, 2).run(images(0, 100), folder.resolve("one"), progress -> {});
        long before = NativeScope.liveObjects();
        new ClassifierTraining(1, 1, 2).run(images(0, 200), folder.resolve("two"), progress -> {});
        assertThat(NativeScope.liveObjects()).isEqualTo(before);
    }

    @Test
    void imagesWithoutLabelsOfOtherShapesOrWithOtherLabelsAreRefusedBeforeAnythingIsWritten() {
        Images digits = TEST.images().slice(0, 2);
        Images small = Images.of(new ImageShape(1, 2, 2), new byte[8]);
        List<Dataset> wrong = List.of(
                Dataset.of("bare", digits),
                Dataset.of("small", small, new int[] {1, 2}),
                Dataset.of("letters", digits, new int[] {3, 10}));
        for (Dataset data : wrong) {
            Path file = folder.resolve(data.name());
            assertThatThrownBy(() -> new ClassifierTraining(1, 0, 2).run(data, file, progress -> {}))
                    .as(data.name())
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("1x28x28 with labels 0 to 9")
                    .hasMessageContaining(data.name());
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void epochsAndThreadsOutOfRangeAreRefused() {
        for (int epochs : new int[] {0, -1, 1001}) {
            assertThatThrownBy(() -> new ClassifierTraining(epochs, 0, 2))
                    .isInstanceOf(ActionableException.class)
                    .hasMessage("Training the classifier takes 1 to 1000 epochs, found " + epochs);
        }
        for (int threads : new int[] {0, -1, 1025}) {
            assertThatThrownBy(() -> new ClassifierTraining(1, 0, threads))
                    .isInstanceOf(ActionableException.class)
                    .hasMessage("Training the classifier takes 1 to 1024 threads, found " + threads);
        }
    }

    private byte[] trained(ClassifierTraining training, Dataset data, String name) throws IOException {
        Path file = folder.resolve(name);
        training.run(data, file, progress -> {});
        return Files.readAllBytes(file);
    }
}
