package org.wgan4j.gan.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.wgan4j.gan.ActionableException;

/**
 * Reads exact numbers of bytes from a named stream. For use by one thread.
 *
 * <p>The buffer grows with the bytes that arrive, so that a wrong size in a header costs no memory. A file that ends early is a
 * {@link MalformedFileException}; one that cannot be read at all is a plain {@link ActionableException}.
 */
final class NamedInput implements AutoCloseable {
    private static final int FIRST_PORTION = 1 << 16;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final String name;
    private long position;

    private NamedInput(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    static NamedInput of(InputStream in, String name) {
        return new NamedInput(new BufferedInputStream(in, FIRST_PORTION), name);
    }

    static NamedInput open(Path path) {
        if (Files.isDirectory(path)) {
            throw new ActionableException(path + " is a folder; name a file in it");
        }
        try {
            return of(Files.newInputStream(path), path.toString());
        } catch (NoSuchFileException missing) {
            throw new ActionableException("There is no file " + path + "; check the path", missing);
        } catch (IOException failure) {
            throw unreadable(path.toString(), failure);
        }
    }

    String name() {
        return name;
    }

    /** The bytes as they come, for a reader of text. */
    InputStream stream() {
        return in;
    }

    /** The same bytes unpacked if they begin like gzip, else as they are. */
    NamedInput gunzipped() {
        try {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return packed ? of(new GZIPInputStream(in, FIRST_PORTION), name) : this;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * The next {@code count} bytes.
     *
     * @param what what they are, for the message: "pixels"
     */
    byte[] exactly(long count, String what) {
        if (count < 0 || count > LARGEST_ARRAY) {
            throw malformed(
                    number(count) + " bytes of " + what,
                    "at most " + number(LARGEST_ARRAY) + " bytes, what an array can hold");
        }
        byte[] bytes = new byte[(int) Math.min(count, FIRST_PORTION)];
        int filled = 0;
        try {
            while (true) {
                int read = in.readNBytes(bytes, filled, bytes.length - filled);
                filled += read;
                position += read;
                if (filled < bytes.length || (filled < count && atEnd())) {
                    throw malformed(
                            "the end of the file after " + number(filled) + " bytes of " + what,
                            number(count) + " bytes of " + what);
                }
                if (filled == count) {
                    return bytes;
                }
                bytes = grown(bytes, (int) Math.min(count, 2L * bytes.length), what);
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Refuses whatever follows. */
    void end() {
        try {
            if (!atEnd()) {
                throw malformed(
                        "trailing bytes after byte " + number(position),
                        "the end of the file there, as its header says");
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    MalformedFileException malformed(String found, String expected) {
        return new MalformedFileException(name, found, expected);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private boolean atEnd() throws IOException {
        in.mark(1);
        boolean end = in.read() < 0;
        in.reset();
        return end;
    }

    /** Reports data that outgrow the heap: a small gzip file can unpack to gigabytes. */
    private byte[] grown(byte[] bytes, int length, String what) {
        try {
            return Arrays.copyOf(bytes, length);
        } catch (OutOfMemoryError tooLarge) {
            throw new ActionableException(
                    name + " holds more than " + number(bytes.length) + " bytes of " + what + ", too much for the "
                            + number(Runtime.getRuntime().maxMemory())
                            + " bytes that Java may use; give it more with -Xmx, or check that it is the right file",
                    tooLarge);
        }
    }

    private ActionableException failed(IOException failure) {
        if (failure instanceof ZipException || failure instanceof EOFException) {
            return new MalformedFileException(
                    name, "damaged compressed data (" + reason(failure) + ")", "a complete compressed file", failure);
        }
        return unreadable(name, failure);
    }

    static ActionableException unreadable(String name, IOException failure) {
        return new ActionableException(
                name + " cannot be read (" + reason(failure) + "); check the path and its permissions", failure);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
