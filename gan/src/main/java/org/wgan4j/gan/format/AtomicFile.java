package org.wgan4j.gan.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.wgan4j.gan.ActionableException;

/** Files that appear whole or not at all: written beside their place, synced to the disk, then renamed over it. */
public final class AtomicFile {
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
     * @throws ActionableException if the disk refuses; the old file, if any, is then untouched
     */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new ActionableException(file + " is no place for a file; name a file in a folder");
        }
        Path aside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(folder);
            try {
                writeAndSync(aside, content);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
            syncFolder(folder);
        } catch (IOException failure) {
            throw new ActionableException(
                    file + " cannot be written (" + failure + "); check the folder, its permissions and the free space",
                    failure);
        }
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
