package org.wgan4j.gan.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folders {@code step-00000235} of a run's checkpoints: their names, order and removal. Safe for use by several threads. */
public final class CheckpointFolders {
    private static final String PREFIX = "step-";
    private static final String UNFINISHED = ".tmp";

    private CheckpointFolders() {}

    /** The folder of a step's checkpoint. */
    static Path of(Path folder, long step) {
        return folder.resolve(String.format(Locale.ROOT, "%s%08d", PREFIX, step));
    }

    /** Where a checkpoint lies until it is complete. */
    static Path unfinished(Path checkpoint) {
        return checkpoint.resolveSibling("." + checkpoint.getFileName() + UNFINISHED);
    }

    /** Generator steps of a checkpoint, by its name. */
    public static long stepOf(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }

    /** The folders of the checkpoints, the latest first; none if the folder is missing. */
    public static List<Path> newestFirst(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return entries(folder).stream()
                    .filter(entry -> entry.getFileName().toString().matches(PREFIX + "[0-9]{8,18}"))
                    .sorted(Comparator.comparing(CheckpointFolders::stepOf).reversed())
                    .toList();
        } catch (IOException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s cannot be read (%s): check its permissions.", folder, e), e);
        }
    }

    /**
     * Renames a checkpoint that cannot be used, so that it is neither counted nor overwritten.
     *
     * @return the new folder
     */
    public static Path setAside(Path checkpoint) {
        String name = checkpoint.getFileName() + ".unusable";
        Path place = checkpoint.resolveSibling(name);
        for (int copy = 2; Files.exists(place); copy++) {
            place = checkpoint.resolveSibling(name + "-" + copy);
        }
        try {
            return Files.move(checkpoint, place);
        } catch (IOException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s cannot be moved aside (%s): check its permissions.", checkpoint, e),
                    e);
        }
    }

    /** Deletes what processes that were killed while they wrote a checkpoint left behind. */
    static void deleteUnfinished(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            String name = entry.getFileName().toString();
            if (name.startsWith("." + PREFIX) && name.endsWith(UNFINISHED)) {
                delete(entry);
            }
        }
    }

    /** Deletes the oldest checkpoints up to a step beyond {@code keep} (0 keeps all); those of later steps stay. */
    static void prune(Path folder, long step, int keep) throws IOException {
        List<Path> past = newestFirst(folder).stream()
                .filter(checkpoint -> stepOf(checkpoint) <= step)
                .toList();
        if (keep > 0 && past.size() > keep) {
            for (Path old : past.subList(keep, past.size())) {
                delete(old);
            }
        }
    }

    /** Deletes all checkpoints. */
    static void clear(Path folder) {
        try {
            for (Path checkpoint : newestFirst(folder)) {
                delete(checkpoint);
            }
        } catch (IOException e) {
            throw new CheckpointException(
                    String.format(Locale.ROOT, "%s cannot be tidied (%s): check its permissions.", folder, e), e);
        }
    }

    /** Deletes a folder with all that it holds, without following links; what is missing is no error. */
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : entries(path)) {
                delete(entry);
            }
        }
        Files.deleteIfExists(path);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
