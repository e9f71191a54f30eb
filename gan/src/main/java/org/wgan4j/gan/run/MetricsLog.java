package org.wgan4j.gan.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;

/**
 * The file {@code metrics.jsonl}: one JSON object a line, for each generator step, each epoch and each measure.
 *
 * <p>A process that is killed may leave its last line without a line break; such a line counts as not written. Not safe for use by
 * several threads.
 */
public final class MetricsLog implements AutoCloseable {
    /** Longer lines are refused. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream out;

    private MetricsLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 14);
    }

    /** Opens a log to append to it, and creates it where there is none; an incomplete last line is cut off. */
    public static MetricsLog open(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                channel.truncate(endOfLastLine(channel));
                channel.position(channel.size());
                return new MetricsLog(file, channel);
            } catch (IOException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw RunFailure.of(file, "written", failure);
        }
    }

    /** Where the last line break ends; 0 if there is none. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 13);
        for (long end = channel.size(); end > 0; end -= block.capacity()) {
            long start = Math.max(0, end - block.capacity());
            block.clear().limit((int) (end - start));
            while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {}
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return start + i + 1;
                }
            }
        }
        return 0;
    }

    /** Appends a step; it may stay in memory until {@link #flush}. */
    public void append(StepRecord step) {
        append(MetricsLine.write(step));
    }

    /** Appends an epoch; it may stay in memory until {@link #flush}. */
    public void append(EpochRecord epoch) {
        append(MetricsLine.write(epoch));
    }

    /** Appends a measure; it may stay in memory until {@link #flush}. */
    public void append(EvaluationRecord measure) {
        append(MetricsLine.write(measure));
    }

    private void append(byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException failure) {
            throw RunFailure.of(file, "written", failure);
        }
    }

    /** Flushes everything to the operating system, so that other processes see it and it survives the end of this one. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException failure) {
            throw RunFailure.of(file, "written", failure);
        }
    }

    /** Flushes, syncs and closes. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            out.flush();
            channel.force(true);
        } catch (IOException failure) {
            throw RunFailure.of(file, "written", failure);
        }
    }

    /**
     * Reads a log, also one that is still being written.
     *
     * @throws ActionableException if a complete line is malformed; the message has its number
     */
    public static MetricsHistory read(Path file) {
        List<StepRecord> steps = new ArrayList<>();
        List<EpochRecord> epochs = new ArrayList<>();
        List<EvaluationRecord> measures = new ArrayList<>();
        MetricsLine.Readers readers = new MetricsLine.Readers(steps::add, epochs::add, measures::add);
        try {
            forEachLine(file, (line, number) -> readLine(file, line, number, readers));
        } catch (IOException failure) {
            throw RunFailure.of(file, "read", failure);
        }
        return new MetricsHistory(steps, epochs, measures);
    }

    /** Drops, atomically, the steps, epochs and measures that lie after a step, and an incomplete last line; a resumed run writes them again. */
    public static void truncateAfter(Path file, long step) {
        AtomicFile.write(
                file,
                out -> forEachLine(file, (line, number) -> {
                    if (readLine(file, line, number, MetricsLine.Readers.NONE) <= step) {
                        out.write(line);
                        out.write('\n');
                    }
                }));
    }

    private static long readLine(Path file, byte[] line, long number, MetricsLine.Readers readers) {
        try {
            return MetricsLine.read(line, readers);
        } catch (IllegalArgumentException bad) {
            throw new ActionableException(
                    file + ", line " + number + ": " + bad.getMessage() + "; restore the file or remove the line", bad);
        }
    }

    @FunctionalInterface
    private interface LineReader {
        void accept(byte[] line, long number) throws IOException;
    }

    private static void forEachLine(Path file, LineReader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    reader.accept(line.toByteArray(), number++);
                    line.reset();
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                } else {
                    throw new ActionableException(file + ", line " + number + ": has more than " + LONGEST_LINE
                            + " bytes, which is no line of metrics; restore the file or remove the line");
                }
            }
        }
    }
}
