package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads tables of numbers in text, as spreadsheets and {@code numpy.savetxt} write them.
 *
 * <p>The cells of a line are separated by commas, semicolons, tabs or spaces, whichever the first line of numbers shows. A first line
 * without any number is a header and left out, as are empty lines and lines that begin with {@code #}. Numbers are finite and have a decimal
 * point.
 */
public final class CsvFile {
    private static final String EXPECTED = "a number such as -0.5 or 1e-3";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(?:nan|inf|infinity)");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_QUOTE = 20;

    private CsvFile() {}

    /**
     * Reads a file.
     *
     * @throws MalformedFileException if a cell is no number, or the lines differ in length; it names line and column, from 1
     */
    public static NumberTable read(Path path) {
        try (NamedInput in = NamedInput.open(path)) {
            return read(in.stream(), in.name());
        }
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param name what messages call it
     */
    public static NumberTable read(InputStream in, String name) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        Table table = new Table(name);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                table.add(line);
            }
        } catch (IOException failure) {
            throw NamedInput.unreadable(name, failure);
        }
        return table.finished();
    }

    /** What separates the cells of a line. */
    private enum Separator {
        TAB('\t'),
        SEMICOLON(';'),
        COMMA(','),
        SPACE(' ');

        private final char sign;

        Separator(char sign) {
            this.sign = sign;
        }

        static Separator in(String line) {
            for (Separator candidate : values()) {
                if (line.indexOf(candidate.sign) >= 0) {
                    return candidate;
                }
            }
            return SPACE;
        }

        String[] cells(String line) {
            return this == SPACE ? SPACES.split(line.strip()) : line.split(Pattern.quote(String.valueOf(sign)), -1);
        }
    }

    /** The lines so far. */
    private static final class Table {
        private final String name;
        private final List<double[]> rows = new ArrayList<>();
        private Separator separator = Separator.SPACE;
        private int line;
        private int cells;
        private boolean begun;

        Table(String name) {
            this.name = name;
        }

        void add(String text) {
            line++;
            String content = line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
            if (content.isBlank() || content.startsWith("#")) {
                return;
            }
            if (rows.isEmpty()) {
                separator = Separator.in(content.strip());
                String[] first = separator.cells(content);
                cells = first.length;
                boolean mayBeHeader = !begun;
                begun = true;
                if (mayBeHeader && Stream.of(first).noneMatch(CsvFile::isMeantAsNumber)) {
                    return;
                }
            }
            rows.add(row(separator.cells(content)));
        }

        private double[] row(String[] texts) {
            if (texts.length != cells) {
                throw new MalformedFileException(
                        name, texts.length + " cells in line " + line, cells + " as in the first line of numbers");
            }
            double[] row = new double[cells];
            for (int column = 0; column < cells; column++) {
                row[column] = number(texts[column].strip(), column + 1);
            }
            return row;
        }

        private double number(String cell, int column) {
            double value = isNumber(cell) ? Double.parseDouble(cell) : Double.NaN;
            if (!Double.isFinite(value)) {
                throw new MalformedFileException(
                        name, quoted(cell) + " in line " + line + ", column " + column, EXPECTED);
            }
            return value;
        }

        NumberTable finished() {
            if (rows.isEmpty()) {
                throw new MalformedFileException(name, "no line of numbers", "at least one");
            }
            return new NumberTable.Doubles(List.of(rows.size(), cells), rows.toArray(new double[0][]));
        }
    }

    /** A first line of "nan" is no header. */
    private static boolean isMeantAsNumber(String cell) {
        return isNumber(cell) || NOT_FINITE.matcher(cell.strip()).matches();
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches();
    }

    private static String quoted(String cell) {
        if (cell.isEmpty()) {
            return "an empty cell";
        }
        String shown = cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "..." : cell;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
