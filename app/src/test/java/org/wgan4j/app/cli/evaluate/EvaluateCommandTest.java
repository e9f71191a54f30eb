package org.wgan4j.app.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.metric.Metrics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Few samples, held against small files of real digits. */
class EvaluateCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REAL = 600;

    @TempDir
    private static Path folder;

    private static Path own;
    private static Path run;
    private static Path samples;
    private static Images digits;

    @BeforeAll
    static void prepare() throws IOException {
        folder = folder.toRealPath();
        Dataset test = Datasets.load(DataSource.named("mnist-test"));
        own = folder.resolve("own.idx");
        new IdxFile(new int[] {REAL, 28, 28}, test.images().slice(0, REAL).bytes()).write(own);
        digits = test.images().slice(2000, 2150);
        samples = folder.resolve("samples.npz");
        NpzFile.write(samples, Map.of("images", new NpyArray.UInt8(new int[] {150, 28, 28}, digits.bytes())));
        run = folder.resolve("run");
        Answer trained = Answer.to(("train quick --quiet --steps 2 --out " + run
                        + " --set batchSize=8 --set objective.criticSteps=1 --set runtime.threads=2"
                        + " --set runtime.tuning=off --set samples.everySteps=0 --set quality.everySteps=1"
                        + " --set quality.images=80 --set quality.best=coverage --set data.name=mnist-test --set data.digits=7")
                .split(" "));
        assertThat(trained.code()).as(trained.err()).isZero();
    }

    private static Answer evaluate(Object what, String more) {
        List<String> arguments = new ArrayList<>(List.of("evaluate", what.toString()));
        arguments.addAll(Arrays.asList(more.split(" ")));
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
        return JSON.readTree(answer.out());
    }

    @Test
    void samplesOfARunAreHeldAgainstWhatItLearntFrom() {
        JsonNode object = json(evaluate(run, "-n 100 --json --metrics frechet_distance,coverage"));
        assertThat(object.get("samples").asString()).contains(run.toString(), "generator step 2", "seed 0");
        assertThat(object.get("count").asInt()).isEqualTo(100);
        assertThat(object.at("/data/name").asString()).isEqualTo("mnist-test");
        assertThat(object.at("/data/images").asInt()).isEqualTo(1028);
        assertThat(object.at("/reference/name").asString()).isEqualTo("mnist");
        assertThat(object.at("/reference/images").asInt()).isEqualTo(6265);
        assertThat(object.get("reference_held_out").asBoolean()).isTrue();
        assertThat(object.has("left_out")).isFalse();
        assertThat(object.at("/classifier/name").asString()).isEqualTo("wgan4j-mnist-1");
        assertThat(object.at("/classifier/sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(object.get("metrics").propertyNames()).containsExactly("frechet_distance", "coverage");
        JsonNode distance = object.at("/metrics/frechet_distance");
        assertThat(distance.get("better").asString()).isEqualTo("lower");
        assertThat(distance.get("samples").asInt()).isEqualTo(100);
        assertThat(distance.get("references").asInt()).isEqualTo(6265);
        assertThat(distance.get("low").asDouble())
                .isLessThan(distance.get("high").asDouble());
        double floor = distance.at("/real_against_real/value").asDouble();
        assertThat(distance.get("value").asDouble()).isGreaterThan(2 * floor); // two steps teach nothing
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherSeedOtherSamples() {
        String options = "-n 50 --json --metrics coverage,kernel_distance --seed ";
        String first = evaluate(run, options + 3).out();
        assertThat(evaluate(run, options + 3).out()).isEqualTo(first);
        assertThat(JSON.readTree(evaluate(run, options + 4).out()).at("/metrics/kernel_distance/value"))
                .isNotEqualTo(JSON.readTree(first).at("/metrics/kernel_distance/value"));
    }

    @Test
    void theBestCheckpointOfARunIsTaken() {
        JsonNode object = json(evaluate(run, "-n 16 --best --json --metrics coverage"));
        try (var kept = Files.list(run.resolve("best"))) {
            long step = kept.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("step-"))
                    .mapToLong(name -> Long.parseLong(name.substring(5)))
                    .findFirst()
                    .orElseThrow();
            assertThat(object.get("samples").asString()).contains("generator step " + step);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void everyWayOfStoringTheSameImagesGivesTheSameNumbers() throws IOException {
        String options = "--json --metrics kernel_distance,near_copies --classifier digits --images " + own;
        Path light = Files.createDirectory(folder.resolve("light"));
        Path dark = Files.createDirectory(folder.resolve("dark"));
        for (int i = 0; i < digits.count(); i++) {
            ImageIO.write(
                    picture(i, 0),
                    "png",
                    light.resolve(String.format(Locale.ROOT, "%03d.png", i)).toFile());
            ImageIO.write(
                    picture(i, 255),
                    "png",
                    dark.resolve(String.format(Locale.ROOT, "%03d.png", i)).toFile());
        }
        JsonNode arrays = json(evaluate(samples, options)).get("metrics");
        assertThat(json(evaluate(light, options)).get("metrics")).isEqualTo(arrays);
        assertThat(json(evaluate(dark, options + " --ink dark-on-light")).get("metrics"))
                .isEqualTo(arrays);
        assertThat(json(evaluate(dark, options)).get("metrics")).isNotEqualTo(arrays);
    }

    private static BufferedImage picture(int i, int turned) {
        BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int p = 0; p < 784; p++) {
            int grey = digits.pixel(i, 0, p / 28, p % 28);
            picture.getRaster().setSample(p % 28, p / 28, 0, turned == 0 ? grey : turned - grey);
        }
        return picture;
    }

    @Test
    void realImagesAreTakenOutOfWhatTheyAreHeldAgainst() {
        Answer answer = Answer.to(
                ("evaluate --real -n 100 --json --metrics memorised_share,near_copies --classifier digits --images "
                                + own)
                        .split(" "));
        JsonNode object = json(answer);
        assertThat(object.get("samples").asString()).contains("real images of", "taken out of it");
        assertThat(object.get("count").asInt()).isEqualTo(100);
        assertThat(object.at("/data/images").asInt()).isEqualTo(REAL / 2 - 100);
        assertThat(object.at("/metrics/near_copies/value").asDouble()).isLessThan(0.1);
        for (JsonNode pair : object.get("closest_training_images")) {
            assertThat(pair.get("distance").asDouble()).isPositive();
        }
    }

    @Test
    void aTableForPeopleNamesSamplesReferenceClassifierIntervalAndFloor() {
        Answer answer = evaluate(samples, "--metrics frechet_distance,w1_pixels --classifier digits --images " + own);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains(
                        "samples.npz (8-bit pixels): 150 images",
                        "a random half that the generator may have seen",
                        "wgan4j-mnist-1",
                        "95 % interval",
                        "real images")
                .containsPattern("Fréchet distance of the features +[0-9.]+ +[0-9.]+ to [0-9.]+ +[0-9.]+ +lower")
                .containsPattern("exact W1 in pixels +needs 1000 generated images, found 150");
    }

    @Test
    void tooFewSamplesAreSaidAndNotComputed() {
        JsonNode metric =
                json(evaluate(run, "-n 64 --json --metrics frechet_distance")).at("/metrics/frechet_distance");
        assertThat(metric.has("value")).isFalse();
        assertThat(metric.get("not_computed").asString())
                .startsWith("needs 65 ")
                .endsWith("found 64");
    }

    @Test
    void allMetricsAreMeasuredOfDigitsWithoutAChoice() {
        JsonNode metrics =
                json(evaluate(samples, "--json --data mnist-test --digits 5")).get("metrics");
        assertThat(metrics.propertyNames()).containsExactlyElementsOf(Metrics.keys());
        for (JsonNode metric : metrics) {
            assertThat(metric.has("value") || metric.has("not_computed")).isTrue();
            assertThat(metric.get("what").asString()).isNotBlank();
            assertThat(metric.get("unit").asString()).isNotBlank();
        }
    }

    @Test
    void whatTheClassifierSawIsWrittenForOtherPrograms() {
        Path generated = folder.resolve("generated.npz");
        Path reference = folder.resolve("reference.npz");
        Answer answer = evaluate(
                samples,
                "--json --metrics classifier_score --data mnist-test --digits 7 --features " + generated
                        + " --reference-features " + reference);
        JsonNode object = json(answer);
        if (!(NpzFile.read(generated).get("features") instanceof NpyArray.Float32 features)
                || !(NpzFile.read(generated).get("probabilities") instanceof NpyArray.Float32 probabilities)) {
            throw new AssertionError(NpzFile.read(generated).keySet());
        }
        assertThat(features.shape()).isEqualTo(new int[] {150, 64});
        assertThat(probabilities.shape()).isEqualTo(new int[] {150, 10});
        double[] mean = new double[10];
        for (int i = 0; i < 1500; i++) {
            mean[i % 10] += probabilities.values()[i] / 150;
        }
        double divergence = 0;
        for (int i = 0; i < 1500; i++) {
            double p = probabilities.values()[i];
            divergence += p > 0 ? p * Math.log(p / mean[i % 10]) / 150 : 0;
        }
        assertThat(object.at("/metrics/classifier_score/value").asDouble())
                .isCloseTo(Math.exp(divergence), within(1e-6));
        assertThat(NpzFile.read(reference).keySet()).containsExactly("features", "probabilities");
    }

    @Test
    void imagesOfOnesOwnAreJudgedByTheirPixelsAloneAndThatIsSaid() {
        JsonNode object = json(evaluate(samples, "--json --images " + own));
        assertThat(object.has("classifier")).isFalse();
        assertThat(object.has("class_histogram")).isFalse();
        assertThat(object.get("metrics").propertyNames())
                .containsExactly("memorised_share", "near_copies", "sliced_w", "w1_pixels", "w2_pixels");
        assertThat(object.get("left_out").toString()).contains("frechet_distance", "classes_present");
        assertThat(object.get("left_out_because").asString()).contains("MNIST's digits alone");
        Answer table = evaluate(samples, "--images " + own);
        assertThat(table.out()).contains("left out frechet_distance", "MNIST's digits alone");
    }

    @Test
    void aNumberWithoutAnIntervalSaysWhy() {
        Path many = folder.resolve("many.npz");
        byte[] pixels = new byte[1000 * 784];
        for (int i = 0; i < 1000; i++) {
            digits.copyPixels(i % digits.count(), 0, pixels, i * 784, 784);
        }
        NpzFile.write(many, Map.of("images", new NpyArray.UInt8(new int[] {1000, 28, 28}, pixels)));
        String options = "--data mnist --digits 3 --metrics sliced_w,near_copies --quiet";
        JsonNode sliced = json(evaluate(many, options + " --json")).at("/metrics/sliced_w");
        assertThat(sliced.get("value").asDouble()).isPositive();
        assertThat(sliced.has("low")).isFalse();
        assertThat(sliced.get("no_interval").asString()).contains("2000 images");
        assertThat(evaluate(many, options).out())
                .contains("no interval of sliced_w: it takes 2000 images on both sides")
                .containsPattern("near copies of training images +[0-9.]+ +[0-9.]+ to [0-9.]+");
    }

    /** MNIST's test images over 255, multiplied by what a rounding in between leaves. */
    @Test
    void floatsThatRoundingCarriedPastOneAreTheSameImages() {
        Path rounded = folder.resolve("rounded.npz");
        float[] values = new float[digits.count() * 784];
        byte[] pixels = digits.bytes();
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[i] & 0xff) / 255f * 1.0000001f;
        }
        NpzFile.write(rounded, Map.of("images", new NpyArray.Float32(new int[] {digits.count(), 28, 28}, values)));
        String options = "--json --metrics kernel_distance,near_copies --data mnist-test --digits 7";
        JsonNode object = json(evaluate(rounded, options));
        assertThat(object.get("samples").asString()).contains("numbers read as [0, 1]");
        assertThat(object.get("metrics"))
                .isEqualTo(json(evaluate(samples, options)).get("metrics"));
        assertThat(json(evaluate(rounded, options + " --range=0..1")).get("metrics"))
                .isEqualTo(object.get("metrics"));
    }

    @Test
    void theClosestSamplesAreDrawnAboveTheirTrainingImages() throws IOException {
        Path picture = folder.resolve("closest.png");
        Answer answer = evaluate(
                samples, "--json --metrics coverage --classifier digits --images " + own + " --closest " + picture);
        JsonNode pairs = json(answer).get("closest_training_images");
        assertThat(pairs.size()).isEqualTo(20);
        BufferedImage drawn = ImageIO.read(picture.toFile());
        assertThat(drawn.getWidth()).isGreaterThan(10 * 28);
        assertThat(drawn.getHeight()).isGreaterThan(4 * 28);
        double before = 0;
        for (JsonNode pair : pairs) {
            assertThat(pair.get("distance").asDouble()).isGreaterThanOrEqualTo(before);
            before = pair.get("distance").asDouble();
        }
    }

    @Test
    void badInputIsAnsweredInOneSentenceWithNothingPrinted() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path torn = Files.createDirectory(folder.resolve("torn"));
        Files.write(torn.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
        Path small = folder.resolve("small.npz");
        NpzFile.write(small, Map.of("images", new NpyArray.UInt8(new int[] {20, 2, 2}, new byte[80])));
        Path nameless = folder.resolve("nameless.npz");
        NpyArray none = new NpyArray.UInt8(new int[] {1}, new byte[1]);
        NpzFile.write(nameless, Map.of("a", none, "b", none));
        refused(empty + "", "holds no pictures");
        refused(torn + "", "a.png", "take it out");
        refused(small + " --data mnist-test --digits 7", "1x2x2", "1x28x28");
        refused(nameless + "", "[a, b]", "'images'");
        refused(own + "", "own.idx", "neither an npz file nor a folder");
        refused(samples + " --best", "samples.npz", "--best", "run's checkpoints");
        refused(samples + " --features a.csv", "--features a.csv", ".npz");
        refused(samples + " --reference-features a.csv", "--reference-features a.csv", ".npz");
        refused(samples + " --closest a.jpg", "--closest a.jpg", ".png");
        refused(samples + " --ink blue", "--ink", "light-on-dark or dark-on-light", "'blue'");
        refused(samples + " --real", "--real", "samples.npz", "one of the two");
        refused(
                samples + " --features a.npz --metrics near_copies --images " + own,
                "a.npz",
                "choose a metric of features");
        refused(samples + " --metrics coverage --images " + own, "coverage", "MNIST's digits alone", "--classifier");
        refused(samples + " --classifier " + own + " --images " + own, "own.idx");
        refused(samples + " --range 1..0", "--range", "LOW..HIGH", "'1..0'");
        refused(samples + " --range 0..1d", "--range", "'0..1d'");
        refused(torn + " --range 0..1", "torn", "--range", "leave it out");
    }

    private static void refused(String arguments, String... words) {
        Answer answer = Answer.to(("evaluate " + arguments + " --quiet").split(" "));
        assertThat(answer.code()).as(arguments).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).startsWith("wgan4j: ").contains(words);
    }
}
