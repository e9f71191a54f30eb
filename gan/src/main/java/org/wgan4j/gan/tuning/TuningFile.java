package org.wgan4j.gan.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.convolution.ConvolutionAlgorithm;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.convolution.MemoryLayout;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.loop.TuningResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code kernels.json} of a run: the result of tuning, which a resumed run reads. Safe for use by several threads. */
public final class TuningFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** Larger files are refused, in bytes. */
    private static final long LARGEST_FILE = 1 << 20;

    private TuningFile() {}

    /** The tuning of an existing run; runs of older versions have direct convolutions. */
    public static TuningResult of(RunDirectory directory, Provenance provenance) {
        return Files.exists(directory.kernelsFile())
                ? read(directory.kernelsFile())
                : TuningResult.plain(Precision.valueOf(provenance.precision().toUpperCase(Locale.ROOT)));
    }

    /** Writes the file, atomically. */
    public static void write(Path file, TuningResult tuning) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("precision", text(tuning.precision()));
        object.put("generator", object(tuning.generator()));
        object.put("critic", object(tuning.critic()));
        object.put("timings", tuning.timings().stream().map(TuningFile::object).toList());
        AtomicFile.write(file, JSON.writeValueAsString(object) + "\n");
    }

    private static Map<String, Object> object(ConvolutionPlan convolutionPlan) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        convolutionPlan.algorithms().forEach((map, algorithm) -> algorithms.put(map, algorithm.text()));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("layout", convolutionPlan.layout().text());
        object.put("formulations", algorithms);
        return object;
    }

    private static Map<String, Object> object(TuningResult.Timing timing) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("what", timing.what());
        object.put("precision", text(timing.precision()));
        object.put("milliseconds", timing.milliseconds());
        object.put("chosen", timing.chosen());
        return object;
    }

    private static String text(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@link #write}.
     *
     * @throws ActionableException if the file is not of that form
     */
    public static TuningResult read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw damaged(file, "it has " + Files.size(file) + " bytes");
            }
            JsonNode root = JSON.readTree(Files.readString(file));
            return new TuningResult(
                    Precision.valueOf(root.required("precision").asString().toUpperCase(Locale.ROOT)),
                    convolutionPlan(root.required("generator")),
                    convolutionPlan(root.required("critic")),
                    timings(root.required("timings")));
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
            throw damaged(file, String.valueOf(malformed.getMessage()));
        }
    }

    private static ConvolutionPlan convolutionPlan(JsonNode node) {
        Map<String, ConvolutionAlgorithm> algorithms = new LinkedHashMap<>();
        node.required("formulations")
                .properties()
                .forEach(entry -> algorithms.put(
                        entry.getKey(),
                        ConvolutionAlgorithm.parse(entry.getValue().asString())));
        return new ConvolutionPlan(MemoryLayout.parse(node.required("layout").asString()), algorithms);
    }

    private static List<TuningResult.Timing> timings(JsonNode nodes) {
        List<TuningResult.Timing> timings = new ArrayList<>();
        for (JsonNode node : nodes) {
            Map<String, Double> milliseconds = new LinkedHashMap<>();
            node.required("milliseconds")
                    .properties()
                    .forEach(entry ->
                            milliseconds.put(entry.getKey(), entry.getValue().asDouble()));
            timings.add(new TuningResult.Timing(
                    node.required("what").asString(),
                    Precision.valueOf(node.required("precision").asString().toUpperCase(Locale.ROOT)),
                    milliseconds,
                    node.required("chosen").asString()));
        }
        return timings;
    }

    private static ActionableException damaged(Path file, String reason) {
        return new ActionableException(file + " does not say how the run computes: "
                + reason.lines().findFirst().orElse("it is empty") + "; restore the file, or begin a new run.");
    }
}
