package org.wgan4j.gan.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wgan4j.gan.ActionableException;

/**
 * An exclusive lock on a run directory for one writer; the operating system releases it when the process ends.
 *
 * <p>The caller that took it closes it. Safe for use by several threads.
 */
public final class RunLock implements AutoCloseable {
    /** Operating systems lock for a process and release the lock when any channel of the file is closed, so locks within this process are checked here. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    /** A byte far after the content, which others can then read even where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** Its name in the run directory. */
    static final String FILE = ".lock";

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static RunLock take(Path folder) {
        try {
            Path file = folder.toRealPath().resolve(FILE);
            if (!HELD_HERE.add(file)) {
                throw inUse(folder, "this process");
            }
            try {
                return new RunLock(file, lock(folder, file));
            } catch (IOException | RuntimeException failure) {
                HELD_HERE.remove(file);
                throw failure;
            }
        } catch (IOException failure) {
            throw RunFailure.of(folder, "locked", failure);
        }
    }

    private static FileChannel lock(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                String pid = Files.readString(file).strip();
                throw inUse(folder, pid.isEmpty() ? "another process" : "process " + pid);
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static ActionableException inUse(Path folder, String holder) {
        return new ActionableException("The run " + folder + " is in use by " + holder
                + ": wait until it ends, stop it, or use another folder");
    }

    /** Releases the run directory. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
        } catch (IOException failure) {
            throw RunFailure.of(file, "unlocked", failure);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
