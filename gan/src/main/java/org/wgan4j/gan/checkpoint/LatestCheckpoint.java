package org.wgan4j.gan.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.training.loop.TrainingPosition;

/**
 * The result of a search for the latest usable checkpoint. Immutable and safe for use by several threads.
 *
 * @param position of the latest one that could be loaded; empty if none could
 * @param unusable the later ones, the latest first
 */
public record LatestCheckpoint(Optional<TrainingPosition> position, List<Unusable> unusable) {
    public LatestCheckpoint {
        unusable = List.copyOf(unusable);
    }

    /** A checkpoint that could not be loaded, and the reason. */
    public record Unusable(Path checkpoint, String reason) {
        @Override
        public String toString() {
            return checkpoint.getFileName() + ": " + reason;
        }
    }

    /**
     * Loads the checkpoints of a folder, the latest first, until one succeeds.
     *
     * @param unusable receives those that failed
     */
    static <T> Optional<T> find(Path folder, Function<Path, T> load, List<Unusable> unusable) {
        for (Path checkpoint : CheckpointFolders.newestFirst(folder)) {
            try {
                return Optional.of(load.apply(checkpoint));
            } catch (ActionableException e) {
                unusable.add(new Unusable(checkpoint, String.valueOf(e.getMessage())));
            }
        }
        return Optional.empty();
    }

    /**
     * The same where there must be one.
     *
     * @throws CheckpointException if there is none
     */
    static <T> T require(Path folder, Function<Path, T> load) {
        List<Unusable> unusable = new ArrayList<>();
        return find(folder, load, unusable)
                .orElseThrow(() -> new LatestCheckpoint(Optional.empty(), unusable).missing(folder));
    }

    /** The reasons why checkpoints were not used, in brackets with a space before; empty if there are none. */
    public String reasons() {
        return unusable.isEmpty()
                ? ""
                : unusable.stream().map(Unusable::toString).collect(Collectors.joining("; ", " (", ")"));
    }

    /** The refusal of a folder without a usable checkpoint. */
    public CheckpointException missing(Path folder) {
        return new CheckpointException(String.format(
                Locale.ROOT, "%s has no usable checkpoint%s: train or resume the run first.", folder, reasons()));
    }
}
