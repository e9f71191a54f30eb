package org.wgan4j.gan.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.MalformedFileException;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.torch.TorchRuntime;

/** The classifier whose weights are shipped: what it knows, refuses, and that each image is looked at alone. */
class DigitClassifierTest {
    private static final TorchRuntime RUNTIME = TorchRuntime.start(2);
    private static final Dataset TEST = Datasets.load(DataSource.named("mnist-test"));
    private static DigitClassifier shipped = DigitClassifier.shipped(RUNTIME);

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        shipped = DigitClassifier.shipped(RUNTIME);
    }

    @AfterAll
    static void free() {
        shipped.close();
    }

    /** Three standard errors of a share of 99.5 % on 10,000 images are 0.2 %. */
    @Test
    void itIsRightOnMoreThanNinetyNineOfAHundredImagesThatItWasNotTrainedOn() {
        ClassifierAccuracy accuracy = ClassifierAccuracy.of(shipped, TEST);
        assertThat(accuracy.images()).isEqualTo(10_000);
        assertThat(accuracy.share()).isGreaterThan(0.992);
        for (int digit = 0; digit < 10; digit++) {
            int[] said = accuracy.confusion().get(digit).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(Arrays.stream(said).sum())
                    .isEqualTo(TEST.classHistogram().getOrDefault(digit, 0));
            assertThat(said[digit])
                    .as("digit %d", digit)
                    .isGreaterThan(970 * Arrays.stream(said).sum() / 1000);
        }
    }

    @Test
    void itsHashIsThatOfTheVeryBytesItIsMadeOf() throws Exception {
        byte[] bytes = bytes();
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(shipped.sha256()).isEqualTo(expected);
        assertThat(shipped.name()).isEqualTo("wgan4j-mnist-1");
        bytes[bytes.length - 1] ^= 1; // a bit of the last weight
        try (DigitClassifier other =
                DigitClassifier.read(Files.write(folder.resolve("o.safetensors"), bytes), RUNTIME)) {
            assertThat(other.sha256()).isNotEqualTo(expected);
        }
    }

    @Test
    void imagesAreDescribedTheSameTogetherAndOneByOne() {
        int[] some = {0, 4711, 9999, 4711, 17};
        Sample alone = shipped.describe(TEST.images().select(some));
        Sample among = shipped.describe(TEST.images()).select(some);
        Features together = alone.features().orElseThrow();
        for (int i = 0; i < some.length; i++) {
            Features one = shipped.describe(TEST.images().select(new int[] {some[i]}))
                    .features()
                    .orElseThrow();
            for (int k = 0; k < shipped.featureCount(); k++) {
                assertThat(one.value(0, k)).isCloseTo(together.value(i, k), within(1e-4));
                assertThat(among.features().orElseThrow().value(i, k)).isCloseTo(together.value(i, k), within(1e-4));
            }
        }
    }

    @Test
    void descriptionsAreTheSameEachTime() {
        Images images = TEST.images().slice(0, 300);
        Sample first = shipped.describe(images);
        Sample second = shipped.describe(images);
        assertThat(rows(second.features().orElseThrow()))
                .isEqualTo(rows(first.features().orElseThrow()));
    }

    /** The head is one affine map: the probabilities are the softmax of it, computed here from the file and the features. */
    @Test
    void theProbabilitiesAreTheSoftmaxOfTheLastLayerOnTheFeatures() throws IOException {
        Map<String, FloatTensor> tensors = stored().tensors();
        float[] weight = tensor(tensors, "head.1.weight").values();
        float[] bias = tensor(tensors, "head.1.bias").values();
        Sample sample = shipped.describe(TEST.images().slice(0, 20));
        Features features = sample.features().orElseThrow();
        ClassProbabilities classes = sample.classes().orElseThrow();
        for (int i = 0; i < 20; i++) {
            double[] powers = new double[10];
            for (int c = 0; c < 10; c++) {
                double logit = bias[c];
                for (int k = 0; k < 64; k++) {
                    logit += weight[c * 64 + k] * features.value(i, k);
                }
                powers[c] = Math.exp(logit);
            }
            for (int c = 0; c < 10; c++) {
                assertThat(classes.value(i, c))
                        .isCloseTo(powers[c] / Arrays.stream(powers).sum(), within(1e-5));
            }
        }
    }

    @Test
    void noImagesHaveNoDescription() {
        Sample none = shipped.describe(TEST.images().slice(0, 0));
        assertThat(none.count()).isZero();
        assertThat(none.features().orElseThrow().count()).isZero();
    }

    @Test
    void otherShapesAreRefusedInASentence() {
        Images colour = Images.of(new ImageShape(3, 28, 28), new byte[3 * 784]);
        assertThatThrownBy(() -> shipped.describe(colour))
                .isInstanceOf(ActionableException.class)
                .hasMessage(
                        "The digit classifier knows images of 1x28x28, found 3x28x28: crop, pad or grey them first.");
        assertThat(DigitClassifier.knows(new ImageShape(1, 28, 28))).isTrue();
        assertThat(DigitClassifier.knows(new ImageShape(1, 32, 32))).isFalse();
    }

    @Test
    void aFileThatIsCutOffAnywhereOrForeignIsRefusedByItsName() throws IOException {
        byte[] whole = bytes();
        for (int length : new int[] {0, 7, 8, 100, whole.length / 2, whole.length - 1}) {
            Path torn = Files.write(folder.resolve("torn.safetensors"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> DigitClassifier.read(torn, RUNTIME).close())
                    .as("the first %d bytes", length)
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageContaining("torn.safetensors");
        }
        assertThatThrownBy(() -> DigitClassifier.read(folder.resolve("none.safetensors"), RUNTIME)
                        .close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("none.safetensors")
                .hasMessageContaining("give a classifier file that wgan4j wrote");
    }

    @Test
    void tensorsThatAreMissingNamedOtherwiseOrOfAnotherShapeAreRefused() throws IOException {
        SortedMap<String, FloatTensor> tensors = new TreeMap<>(stored().tensors());
        FloatTensor bias = tensor(tensors, "head.1.bias");
        tensors.remove("head.1.bias");
        assertThatThrownBy(() -> DigitClassifier.read(written(tensors), RUNTIME).close())
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("head.1.bias");
        tensors.put("head.1.bias", new FloatTensor(new long[] {2, 5}, bias.values()));
        assertThatThrownBy(() -> DigitClassifier.read(written(tensors), RUNTIME).close())
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("head.1.bias in the shape [2, 5]");
        tensors.put("head.1.bias", bias);
        try (DigitClassifier same = DigitClassifier.read(written(tensors), RUNTIME)) {
            Images images = TEST.images().slice(0, 5);
            assertThat(rows(same.describe(images).features().orElseThrow()))
                    .isEqualTo(rows(shipped.describe(images).features().orElseThrow()));
        }
    }

    @Test
    void aWeightThatIsNoNumberIsRefusedWithTheFileAndTheTensor() throws IOException {
        SortedMap<String, FloatTensor> tensors = new TreeMap<>(stored().tensors());
        float[] values = tensor(tensors, "trunk.0.weight").values().clone();
        values[3] = Float.NaN;
        tensors.put(
                "trunk.0.weight",
                new FloatTensor(tensor(tensors, "trunk.0.weight").shape(), values));
        assertThatThrownBy(() -> DigitClassifier.read(written(tensors), RUNTIME).close())
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("trunk.0.weight")
                .hasMessageContaining("NaN");
    }

    private Path written(SortedMap<String, FloatTensor> tensors) {
        Path file = folder.resolve("changed.safetensors");
        Safetensors.write(file, tensors, Map.of());
        return file;
    }

    private static FloatTensor tensor(Map<String, FloatTensor> tensors, String name) {
        FloatTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new AssertionError(name + " is not among " + tensors.keySet());
        }
        return tensor;
    }

    private Safetensors stored() throws IOException {
        return Safetensors.read(Files.write(folder.resolve("shipped.safetensors"), bytes()));
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = DigitClassifier.class.getResourceAsStream("digit-classifier.safetensors")) {
            if (in == null) {
                throw new AssertionError("the weights are not shipped");
            }
            return in.readAllBytes();
        }
    }

    private static double[] rows(Features features) {
        double[] rows = new double[features.count() * features.dimension()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = features.value(i / features.dimension(), i % features.dimension());
        }
        return rows;
    }
}
