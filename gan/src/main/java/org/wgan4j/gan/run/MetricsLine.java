package org.wgan4j.gan.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes lines of {@code metrics.jsonl}: JSON objects that hold a step, an epoch or an evaluation, with a key for each term. */
final class MetricsLine {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private MetricsLine() {}

    /** A step, without a line break. */
    static byte[] write(StepRecord step) {
        ObjectNode line = JSON.createObjectNode();
        line.put("kind", "step").put("step", step.step()).put("epoch", step.epoch());
        line.put("criticSteps", step.criticSteps()).put("imagesSeen", step.imagesSeen());
        line.put("seconds", step.seconds());
        return write(line, step.terms(), step.seedTerms());
    }

    /** An epoch, without a line break. */
    static byte[] write(EpochRecord epoch) {
        ObjectNode line = JSON.createObjectNode();
        line.put("kind", "epoch").put("epoch", epoch.epoch()).put("step", epoch.step());
        line.put("seconds", epoch.seconds());
        return write(line, epoch.means(), epoch.seedMeans());
    }

    /** A measure, without a line break. */
    static byte[] write(EvaluationRecord measure) {
        ObjectNode line = JSON.createObjectNode();
        line.put("kind", kind(measure.kind())).put("step", measure.step()).put("epoch", measure.epoch());
        line.put("imagesSeen", measure.imagesSeen()).put("seconds", measure.seconds());
        return write(line, measure.values(), Map.of());
    }

    private static String kind(EvaluationRecord.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] write(ObjectNode line, Map<String, Double> terms, Map<String, Double> seedTerms) {
        terms.forEach((name, value) -> put(line, name, value));
        if (!seedTerms.isEmpty()) {
            ObjectNode seed = line.putObject("seed");
            seedTerms.forEach((name, value) -> put(seed, name, value));
        }
        return JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8);
    }

    /** JSON has no NaN and no infinities: they are written as texts. */
    private static void put(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.put(name, Double.toString(value));
        }
    }

    /** Consumers of the records that are read, by kind. */
    record Readers(Consumer<StepRecord> steps, Consumer<EpochRecord> epochs, Consumer<EvaluationRecord> measures) {
        static final Readers NONE = new Readers(step -> {}, epoch -> {}, measure -> {});
    }

    /**
     * Reads a line and passes it to the consumer of its kind.
     *
     * @return the step that the record belongs to
     * @throws IllegalArgumentException if it is no line of metrics; the message says why
     */
    static long read(byte[] line, Readers readers) {
        JsonNode object = parse(line);
        JsonNode kind = object.get("kind");
        String name = kind == null ? "missing" : kind.asString("no text");
        switch (name) {
            case "step" -> readers.steps.accept(step(object));
            case "epoch" -> readers.epochs.accept(epoch(object));
            default -> readers.measures.accept(measure(object, name));
        }
        return wholeNumber(object, "step", Long.MAX_VALUE);
    }

    private static StepRecord step(JsonNode object) {
        return new StepRecord(
                wholeNumber(object, "step", Long.MAX_VALUE),
                number(object, "epoch"),
                wholeNumber(object, "criticSteps", Long.MAX_VALUE),
                wholeNumber(object, "imagesSeen", Long.MAX_VALUE),
                number(object, "seconds"),
                terms(object, true),
                seedTerms(object));
    }

    private static EpochRecord epoch(JsonNode object) {
        return new EpochRecord(
                (int) wholeNumber(object, "epoch", Integer.MAX_VALUE),
                wholeNumber(object, "step", Long.MAX_VALUE),
                number(object, "seconds"),
                terms(object, true),
                seedTerms(object));
    }

    private static EvaluationRecord measure(JsonNode object, String name) {
        return new EvaluationRecord(
                measured(name),
                wholeNumber(object, "step", Long.MAX_VALUE),
                number(object, "epoch"),
                wholeNumber(object, "imagesSeen", Long.MAX_VALUE),
                number(object, "seconds"),
                terms(object, true));
    }

    private static EvaluationRecord.Kind measured(String name) {
        List<String> known = new ArrayList<>(List.of("step", "epoch"));
        for (EvaluationRecord.Kind kind : EvaluationRecord.Kind.values()) {
            if (kind(kind).equals(name)) {
                return kind;
            }
            known.add(kind(kind));
        }
        throw new IllegalArgumentException("kind is " + name + ", but must be one of " + String.join(", ", known));
    }

    private static Map<String, Double> seedTerms(JsonNode object) {
        JsonNode seed = object.get("seed");
        return seed == null ? Map.of() : terms(seed, false);
    }

    private static JsonNode parse(byte[] line) {
        try {
            JsonNode object = JSON.readTree(line);
            if (object != null && object.isObject()) {
                return object;
            }
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(notJson.getOriginalMessage(), notJson);
        }
        throw new IllegalArgumentException("it is not a JSON object");
    }

    private static Map<String, Double> terms(JsonNode object, boolean skipReserved) {
        Map<String, Double> terms = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!skipReserved || !LogKeys.RESERVED.contains(property.getKey())) {
                terms.put(property.getKey(), number(object, property.getKey()));
            }
        }
        return terms;
    }

    private static double number(JsonNode object, String key) {
        JsonNode value = object.get(key);
        if (value != null && value.isNumber() && Double.isFinite(value.doubleValue(Double.NaN))) {
            return value.doubleValue();
        }
        if (value != null && value.isString() && NOT_FINITE.contains(value.stringValue(""))) {
            return Double.parseDouble(value.stringValue(""));
        }
        throw new IllegalArgumentException(key + " is " + shown(value) + ", but must be a number");
    }

    private static long wholeNumber(JsonNode object, String key, long maximum) {
        JsonNode value = object.get(key);
        if (value != null && value.isIntegralNumber() && value.canConvertToLong()) {
            long whole = value.longValue();
            if (whole >= 0 && whole <= maximum) {
                return whole;
            }
        }
        throw new IllegalArgumentException(
                key + " is " + shown(value) + ", but must be a whole number from 0 to " + maximum);
    }

    private static String shown(@Nullable JsonNode value) {
        String text = value == null ? "missing" : value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
