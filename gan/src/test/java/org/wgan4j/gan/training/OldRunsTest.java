package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.FloatTensor;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.format.Safetensors;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs of version 0.1.0 are read, sampled and continued as that version did: file names, JSON keys, tensor names and the names of random
 * streams stay. The files are written by {@code tools/make_old_runs.py}.
 */
class OldRunsTest {
    /** Processors round differently; a wrong batch, latent or weight differs in the first digit. */
    private static final double ROUNDING = 1e-3;

    @TempDir
    Path folder;

    @Test
    void theRecipeOfAnOldRunIsRead() throws IOException {
        Recipe ring = open("ring").recipe();
        assertThat(ring.seed()).isEqualTo(3);
        assertThat(ring.batchSize()).isEqualTo(32);
        assertThat(ring.data().name()).isEqualTo("ring");
        assertThat(ring.objective().name()).isEqualTo("wgan-gp");
        assertThat(ring.objective().penalty()).isEqualTo(0.1);
        assertThat(ring.criticOptimizer().decayFrom()).isEqualTo(0.5);

        Recipe digits = open("digits").recipe();
        assertThat(digits.data().digits()).containsExactly(3, 7);
        assertThat(digits.objective().name()).isEqualTo("wgan");
        assertThat(digits.network().criticBatchNorm()).isTrue();
        assertThat(digits.averaging().halfLifeSteps()).isEqualTo(2);
        assertThat(Recipes.parse(Recipes.toYaml(digits), "written anew", List.of()))
                .isEqualTo(digits);
    }

    @Test
    void theProvenanceOfAnOldRunIsRead() throws IOException {
        assertThat(open("digits").provenance().version()).isEqualTo("0.1.0-SNAPSHOT");
        assertThat(open("digits").provenance().data().shape()).isEqualTo("1x28x28");
        assertThat(open("ring").provenance().data().name()).isEqualTo("ring");
    }

    @Test
    void thePointsOfAnOldGeneratorAreThoseThatWereRecorded() throws IOException {
        Map<String, NpyArray> recorded = samples("ring");
        try (TrainedGenerator generator = TrainedGenerator.load(open("ring"))) {
            assertThat(generator.step()).isEqualTo(4);
            float[] latents = generator.latents(4, 1);
            assertThat(latents).containsExactly(floats(recorded, "latents"), within(1e-6f));
            assertThat(generator.generatePoints(latents).coordinates())
                    .containsExactly(floats(recorded, "points"), within(1e-5f));
        }
    }

    @Test
    void theImagesOfAnOldGeneratorAreThoseThatWereRecorded() throws IOException {
        Map<String, NpyArray> recorded = samples("digits");
        try (TrainedGenerator generator = TrainedGenerator.load(open("digits"))) {
            float[] latents = generator.latents(4, 1);
            assertThat(latents).containsExactly(floats(recorded, "latents"), within(1e-6f));
            Images images = generator.generate(latents);
            byte[] pixels = ((NpyArray.UInt8) Objects.requireNonNull(recorded.get("images"))).values();
            assertThat(images.bytes()).hasSameSizeAs(pixels);
            for (int i = 0; i < pixels.length; i++) {
                // One level, where a value lies between two.
                assertThat((double) (images.bytes()[i] & 0xff)).isCloseTo(pixels[i] & 0xff, within(1.0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "digits"})
    void anOldRunGoesOnAsItWouldHaveGoneOnThen(String name) throws IOException {
        RunDirectory directory = open(name);
        List<String> notes = new ArrayList<>();
        ResumeOptions options = new ResumeOptions(OptionalInt.empty(), OptionalInt.of(6), List.of());
        try (TrainingRun run = TrainingRun.resume(directory.path(), options)) {
            Outcome outcome = run.run(
                    event -> {
                        if (event instanceof RunEvent.Noted noted) {
                            notes.add(noted.message());
                        }
                    },
                    () -> false);
            assertThat(outcome).isEqualTo(Outcome.FINISHED);
        }
        assertThat(notes).noneMatch(note -> note.contains("step-00000004"));

        List<StepRecord> steps = MetricsLog.read(directory.metricsFile()).steps();
        assertThat(steps).extracting(StepRecord::step).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        JsonNode recorded = json(name + "-continued.json");
        assertThat(recorded.size()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            assertStep(steps.get(4 + i), recorded.get(i));
        }
        assertThat(directory.checkpoints().resolve("step-00000006/state.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quick",
                "gan",
                "wgan",
                "wgan-gp",
                "tutorial-gan",
                "tutorial-wgan-gp",
                "digit-wgan",
                "ring",
                "grid",
                "swiss-roll"
            })
    void everyRecipeStartsFromTheWeightsImagesAndNoiseThatItStartedFromThen(String name) throws IOException {
        JsonNode recorded = json("first-steps.json").get(name);
        List<String> settings = new ArrayList<>();
        recorded.get("settings").forEach(setting -> settings.add(setting.asString()));
        Path path = folder.resolve(name);
        try (TrainingRun run = TrainingRun.start(Recipes.load(name, settings), name, path)) {
            run.run(event -> {}, () -> false);
        }

        StepRecord first =
                MetricsLog.read(path.resolve("metrics.jsonl")).steps().get(0);
        assertStep(first, recorded.get("terms"));
        recorded.get("files").forEachEntry((file, tensors) -> {
            SortedMap<String, FloatTensor> found = Safetensors.read(
                            path.resolve("checkpoints/step-00000001").resolve(file))
                    .tensors();
            assertThat(found.keySet()).as(file).containsExactlyInAnyOrderElementsOf(tensors.propertyNames());
            tensors.forEachEntry((tensor, expected) ->
                    assertTensor(file + " " + tensor, Objects.requireNonNull(found.get(tensor)), expected));
        });
    }

    private static void assertTensor(String name, FloatTensor found, JsonNode expected) {
        List<Long> shape = new ArrayList<>();
        expected.get("shape").forEach(size -> shape.add(size.asLong()));
        assertThat(found.shape()).as(name).containsExactly(shape.toArray(new Long[0]));
        float[] values = found.values();
        assertThat((double) values[0]).as(name).isCloseTo(expected.get("first").asDouble(), within(ROUNDING));
        assertThat((double) values[values.length - 1])
                .as(name)
                .isCloseTo(expected.get("last").asDouble(), within(ROUNDING));
    }

    /** Every number that was logged then is logged now; there may be more. */
    private static void assertStep(StepRecord found, JsonNode recorded) {
        recorded.forEachEntry((key, value) -> {
            if (value.isObject()) {
                value.forEachEntry((term, number) -> assertTerm(term, found.seedTerms(), number));
            } else {
                assertTerm(key, found.terms(), value);
            }
        });
    }

    private static void assertTerm(String term, Map<String, Double> found, JsonNode recorded) {
        double value = recorded.asDouble();
        assertThat(found).containsKey(term);
        assertThat(found.get(term)).as(term).isCloseTo(value, within(ROUNDING * Math.max(1, Math.abs(value))));
    }

    /** A copy of an old run that a test may change. */
    private RunDirectory open(String name) throws IOException {
        Path run = folder.resolve(name);
        try (ZipInputStream zip = new ZipInputStream(resource(name + ".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = run.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                if (!Files.exists(file)) {
                    Files.copy(zip, file);
                }
            }
        }
        return RunDirectory.open(run);
    }

    private Map<String, NpyArray> samples(String name) throws IOException {
        Path copy = folder.resolve(name + "-samples.npz");
        try (InputStream in = resource(name + "-samples.npz")) {
            Files.copy(in, copy);
        }
        return NpzFile.read(copy);
    }

    private static float[] floats(Map<String, NpyArray> arrays, String name) {
        return ((NpyArray.Float32) Objects.requireNonNull(arrays.get(name))).values();
    }

    private static JsonNode json(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return new JsonMapper().readTree(in);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OldRunsTest.class.getResourceAsStream("/old-runs/" + name), name);
    }
}
