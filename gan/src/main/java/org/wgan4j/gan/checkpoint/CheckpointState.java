package org.wgan4j.gan.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wgan4j.gan.format.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a checkpoint's {@code state.json}: the position of the run, and the checksums of the other files. For use by one thread.
 *
 * @param step generator steps made
 * @param seconds of training so far
 * @param generatorUpdates steps that the generator's optimiser made
 * @param criticUpdates steps that the critic's optimiser made
 * @param recipe every setting of the run, as YAML
 * @param sha256 by file name
 */
public record CheckpointState(
        long step,
        double seconds,
        long generatorUpdates,
        long criticUpdates,
        String recipe,
        TreeMap<String, String> sha256) {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void write(Path file) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("step", step);
        root.put("seconds", seconds);
        root.put("generatorUpdates", generatorUpdates);
        root.put("criticUpdates", criticUpdates);
        root.put("recipe", recipe);
        ObjectNode sums = root.putObject("sha256");
        sha256.forEach(sums::put);
        AtomicFile.write(file, root.toPrettyString() + "\n");
    }

    public static CheckpointState read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            int format = root.path("format").asInt(0);
            if (format != FORMAT) {
                throw new CheckpointException(
                        String.format(Locale.ROOT, "%s has format %d, this version reads %d.", file, format, FORMAT));
            }
            TreeMap<String, String> sums = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : root.required("sha256").properties()) {
                sums.put(entry.getKey(), entry.getValue().asString());
            }
            return new CheckpointState(
                    root.required("step").asLong(),
                    root.required("seconds").asDouble(),
                    root.required("generatorUpdates").asLong(),
                    root.required("criticUpdates").asLong(),
                    root.required("recipe").asString(),
                    sums);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s is missing or not readable: %s", file, e.getMessage()), e);
        }
    }
}
