package org.wgan4j.gan.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provenance of a run: the recipe, build, machine, data and seed that reproduce it.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param recipe name or path of the recipe
 * @param version of wgan4j
 * @param commit of wgan4j, {@code unknown} where the build did not know it
 * @param java version and vendor
 * @param os name, version and architecture
 * @param cpu model, or the architecture where the system does not say
 * @param cores that the process may use
 * @param threads that training uses
 * @param device of the tensors
 * @param precision that was chosen
 * @param tuning whether kernels were timed
 * @param data the real images
 * @param seed of all that is random
 * @param started when training first began
 * @param initialWeights the other run's checkpoint that it began with; none where it began with random weights
 */
public record Provenance(
        String recipe,
        String version,
        String commit,
        String java,
        String os,
        String cpu,
        int cores,
        int threads,
        String device,
        String precision,
        String tuning,
        DataProvenance data,
        long seed,
        Instant started,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<InitialWeights> initialWeights) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    /** More than this many bytes are no provenance, and are not read. */
    private static final long LARGEST_FILE = 1 << 20;

    /** Checks that nothing is missing. */
    public Provenance {
        Objects.requireNonNull(recipe, "recipe is missing");
        Objects.requireNonNull(version, "version is missing");
        Objects.requireNonNull(commit, "commit is missing");
        Objects.requireNonNull(java, "java is missing");
        Objects.requireNonNull(os, "os is missing");
        Objects.requireNonNull(cpu, "cpu is missing");
        Objects.requireNonNull(device, "device is missing");
        Objects.requireNonNull(precision, "precision is missing");
        Objects.requireNonNull(tuning, "tuning is missing");
        Objects.requireNonNull(data, "data is missing");
        Objects.requireNonNull(started, "started is missing");
        LogKeys.checkNotNegative("cores", cores);
        LogKeys.checkNotNegative("threads", threads);
        initialWeights = Objects.requireNonNullElse(initialWeights, Optional.empty());
    }

    /** The provenance of a run on this machine by this build. */
    public static Provenance here(
            String recipe,
            int threads,
            String device,
            String precision,
            String tuning,
            DataProvenance data,
            long seed,
            Instant started) {
        return new Provenance(
                recipe,
                BuildVersion.version(),
                BuildVersion.commit(),
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                threads,
                device,
                precision,
                tuning,
                data,
                seed,
                started,
                Optional.empty());
    }

    /** This provenance with the initial weights that came from another run. */
    public Provenance with(InitialWeights weights) {
        return new Provenance(
                recipe,
                version,
                commit,
                java,
                os,
                cpu,
                cores,
                threads,
                device,
                precision,
                tuning,
                data,
                seed,
                started,
                Optional.of(weights));
    }

    /** The model of this machine's processor, or its architecture where the system does not say. */
    public static String cpuModel() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return cpuModel(lines);
        } catch (IOException | UncheckedIOException noSuchFile) {
            return cpuModel(Stream.of());
        }
    }

    static String cpuModel(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch", "unknown"));
    }

    /** The provenance as indented JSON. */
    public String toJson() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /** Reads {@link #toJson}; the source's name is for the message. */
    public static Provenance fromJson(String json, String source) {
        try {
            Provenance provenance = JSON.readValue(json, Provenance.class);
            return Objects.requireNonNull(provenance, "it is empty");
        } catch (JacksonException | NullPointerException notOurs) {
            String reason = notOurs instanceof JacksonException bad ? bad.getOriginalMessage() : notOurs.getMessage();
            throw new ActionableException(
                    source + " is not the provenance of a run: " + reason + "; restore the file", notOurs);
        }
    }

    /** Writes the file of a run, atomically. */
    public void write(Path file) {
        AtomicFile.write(file, toJson());
    }

    /** Reads the file of a run. */
    public static Provenance read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ActionableException(file + " has " + Files.size(file)
                        + " bytes, but a provenance has at most " + LARGEST_FILE + "; restore the file");
            }
            return fromJson(Files.readString(file), file.toString());
        } catch (IOException failure) {
            throw RunFailure.of(file, "read", failure);
        }
    }
}
