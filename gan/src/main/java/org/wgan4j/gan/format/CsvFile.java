package org.wgan4j.gan.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads text files of numbers in rows and columns, as spreadsheets and {@code numpy.savetxt} write them. Stateless and safe for use by several
 * threads.
 *
 * <p>The cells of a line are separated by commas, semicolons, tabs or spaces, whichever the first line of numbers shows. A first line of
 * words alone is a header: it names the columns. Empty lines and lines that begin with {@code #} are left out. Numbers have a decimal
 * point. A missing cell, whether it is empty or says so (NA, null, ?), is an error, in the first line too. The text is UTF-8, or UTF-16
 * where a byte order mark says so.
 */
public final class CsvFile {
    private CsvFile() {}

    /** Which numbers a table may hold. */
    public enum Range {
        /** Finite numbers alone. */
        FINITE,
        /** Finite numbers, and {@code inf} and {@code infinity}. */
        INFINITE_TOO
    }

    /**
     * Reads a file of finite numbers.
     *
     * @throws MalformedFileException if a cell is no number, or the lines differ in length; it names line and column, from 1
     */
    public static NumberTable read(Path path) {
        return read(path, Range.FINITE);
    }

    /** As {@link #read(Path)}, with the numbers that are allowed. */
    public static NumberTable read(Path path, Range range) {
        try (NamedInput in = NamedInput.open(path)) {
            return read(in.stream(), in.name(), range);
        }
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param name what messages call it
     */
    public static NumberTable read(InputStream in, String name) {
        return read(in, name, Range.FINITE);
    }

    /** As {@link #read(InputStream, String)}, with the numbers that are allowed. */
    public static NumberTable read(InputStream in, String name, Range range) {
        CsvTable table = new CsvTable(name, range);
        try {
            BufferedInputStream bytes = new BufferedInputStream(in);
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, charset(bytes)));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                table.add(line);
            }
        } catch (IOException failure) {
            throw NamedInput.unreadable(name, failure);
        }
        return table.finished();
    }

    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean marked = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
