package org.wgan4j.gan.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.wgan4j.gan.ActionableException;

/**
 * Files that appear whole or not at all: written beside their place, synced to the disk, then renamed over it.
 *
 * <p>A symbolic link stays one: the file that it points to is replaced. What is there and no regular file, such as a device or a pipe, is
 * written to as it stands. Safe for use by several threads; of two writers of one file the last one wins.
 */
public final class AtomicFile {
    /** A chain of more symbolic links is a loop, as Linux counts. */
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** What is to stand in the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all bytes; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes or replaces a text file in UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes or replaces a file; missing parent folders are made.
     *
     * @throws ActionableException if the path is empty or a folder, or the disk refuses; the old file, if any, is then untouched
     */
    public static void write(Path file, Content content) {
        if (file.toString().isEmpty()) {
            throw new ActionableException("the name of the file to write is empty; name a file");
        }
        if (Files.isDirectory(file)) {
            throw new ActionableException(file + " is a folder and cannot be written as a file; name a file in it");
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeThrough(file, content);
            } else {
                replace(destination(file), content);
            }
        } catch (IOException failure) {
            throw new ActionableException(
                    file + " cannot be written (" + failure + "); check the folder, its permissions and the free space",
                    failure);
        }
    }

    /** Where a chain of symbolic links ends, also if there is no file yet. */
    private static Path destination(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static void writeThrough(Path device, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(device, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("it is no place for a file");
        }
        Path aside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Files.createDirectories(folder);
        try {
            writeAndSync(aside, content);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        syncFolder(folder);
    }

    private static void writeAndSync(Path aside, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Makes the rename itself last through a power cut, where the system lets a folder be synced (Windows does not). */
    @SuppressWarnings("EmptyCatch")
    public static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The file is whole either way.
        }
    }
}
