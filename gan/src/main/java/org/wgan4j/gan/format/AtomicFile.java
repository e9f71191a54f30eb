package org.wgan4j.gan.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.wgan4j.gan.ActionableException;

/**
 * Writes files atomically: into a temporary file in the same folder, which is synced to the disk and then renamed.
 *
 * <p>A symbolic link is kept, and its target is replaced or created. Devices and pipes are written to directly. Safe for use by several threads; of two writers of one file the last one wins.
 */
public final class AtomicFile {
    private static final int MOST_LINKS = 40;
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** Writes the content of a file. */
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
     * Writes or replaces a file; missing parent folders are created.
     *
     * @throws ActionableException if it is a folder
     * @throws UnwritableFileException if the disk refuses; the old file, if any, is then untouched
     */
    public static void write(Path file, Content content) {
        refuseFolder(file);
        try {
            if (isSpecial(file)) {
                writeThrough(file, content);
            } else {
                replace(target(file), content);
            }
        } catch (IOException failure) {
            throw new UnwritableFileException(
                    file + " cannot be written (" + failure + "); check the folder, its permissions and the free space",
                    failure);
        }
    }

    /**
     * Refuses a path where {@link #write} would fail, as far as that can be known beforehand: to be called before a long computation.
     *
     * @throws ActionableException if it is a folder, or in a folder that cannot be made or written to
     */
    public static void requireWritable(Path file) {
        refuseFolder(file);
        if (isSpecial(file)) {
            if (!Files.isWritable(file)) {
                throw new ActionableException(file + " cannot be written to; check its permissions");
            }
            return;
        }
        try {
            Path folder = target(file).getParent();
            if (folder != null) {
                requireFolder(folder, file);
            }
        } catch (IOException failure) {
            throw new ActionableException(file + " cannot be written (" + failure + "); name another file", failure);
        }
    }

    private static void refuseFolder(Path file) {
        if (file.toString().isEmpty()) {
            throw new ActionableException(
                    "The name of the file to write is empty, which means the working folder; name a file");
        }
        if (Files.isDirectory(file)) {
            throw new ActionableException(file + " is a folder; name a file in it");
        }
    }

    /**
     * Refuses a folder into which {@link #write} would fail, as far as that can be known beforehand.
     *
     * @throws ActionableException if it is a file, or cannot be made or written to
     */
    public static void requireFolder(Path folder) {
        requireFolder(folder.toAbsolutePath(), folder);
    }

    /** The nearest of its parents that is there must be a folder that can be written to. */
    private static void requireFolder(Path folder, Path asked) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new ActionableException(asked + " cannot be written, since " + there
                    + " is no folder; name another place, or move that file away");
        }
        if (!Files.isWritable(there)) {
            throw new ActionableException(asked + " cannot be written, since nothing can be written into the folder "
                    + there + "; check its permissions, or name another place");
        }
    }

    /** Whether it is there and neither a regular file nor a folder, or a place of the system where nothing can be renamed. */
    private static boolean isSpecial(Path file) {
        Path absolute = file.toAbsolutePath();
        boolean ofTheSystem = absolute.startsWith("/dev") || absolute.startsWith("/proc");
        return Files.exists(file) && !Files.isDirectory(file) && (ofTheSystem || !Files.isRegularFile(file));
    }

    /** The target of symbolic links, whether or not it exists. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            try {
                target = target.resolveSibling(Files.readSymbolicLink(target));
            } catch (InvalidPathException strange) {
                throw new FileSystemException(target.toString(), null, strange.getReason());
            }
        }
        return target;
    }

    private static void replace(Path target, Content content) throws IOException {
        Path folder = target.getParent();
        if (folder == null) {
            throw new FileSystemException(target.toString(), null, "it is no place for a file");
        }
        Path aside = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
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
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void writeThrough(Path device, Content content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(device, StandardOpenOption.WRITE), BUFFER)) {
            content.writeTo(out);
        }
    }

    /** Makes a rename durable, where the system can sync folders (Windows cannot). */
    @SuppressWarnings("EmptyCatch")
    public static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The file is whole either way.
        }
    }
}
