package org.wgan4j.gan.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code status.json} of a run: whether it is running, complete, stopped, diverged or failed. Immutable and safe for use by
 * several threads.
 *
 * <p>A process that is killed leaves {@link State#RUNNING} behind.
 *
 * @param state how the latest training ended, if it did
 * @param step generator steps made then
 * @param totalSteps generator steps of the whole run
 * @param message why a run diverged or failed, else empty
 * @param at when this was written
 */
public record RunStatus(State state, long step, long totalSteps, String message, Instant at) {
    /** The state of a run. */
    public enum State {
        /** It is training, or its process was killed. */
        @JsonProperty("running")
        RUNNING,
        /** All its steps were made. */
        @JsonProperty("complete")
        COMPLETE,
        /** It was stopped by request, with a checkpoint. */
        @JsonProperty("stopped")
        STOPPED,
        /** A loss, weight or sample is no longer a finite number. */
        @JsonProperty("diverged")
        DIVERGED,
        /** Another failure ended it. */
        @JsonProperty("failed")
        FAILED
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** More than this many bytes are no status, and are not read. */
    private static final long LARGEST_FILE = 1 << 20;

    /** Checks that nothing is missing. */
    public RunStatus {
        Objects.requireNonNull(state, "state is missing");
        Objects.requireNonNull(message, "message is missing");
        Objects.requireNonNull(at, "at is missing");
        LogKeys.checkNotNegative("step", (double) step);
        LogKeys.checkNotNegative("totalSteps", (double) totalSteps);
    }

    /** Writes the file of a run, atomically. */
    public void write(Path file) {
        AtomicFile.write(file, JSON.writeValueAsString(this) + "\n");
    }

    /**
     * Reads the file of a run; none where there is no file, as in runs of earlier versions.
     *
     * @throws ActionableException if the file is not of that form
     */
    public static Optional<RunStatus> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw malformed(file, "it has " + Files.size(file) + " bytes");
            }
            RunStatus status = JSON.readValue(Files.readString(file), RunStatus.class);
            return Optional.of(Objects.requireNonNull(status, "it is empty"));
        } catch (IOException failure) {
            throw RunFailure.of(file, "read", failure);
        } catch (JacksonException damaged) {
            throw malformed(file, damaged.getOriginalMessage());
        } catch (NullPointerException empty) {
            throw malformed(file, String.valueOf(empty.getMessage()));
        }
    }

    private static ActionableException malformed(Path file, String reason) {
        return new ActionableException(file + " is not the status of a run: " + reason + "; delete the file");
    }
}
