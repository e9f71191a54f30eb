package org.wgan4j.gan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wgan4j.gan.format.CsvFile.Range;

/** Parses the lines of a CSV file into a table of numbers. Not safe for use by several threads. */
final class CsvTable {
    private static final String EXPECTED = "a number such as -0.5 or 1e-3";
    private static final int LONGEST_QUOTE = 20;
    private static final char[] SEPARATORS = {'\t', ';', ','};
    private static final char SPACES = ' ';
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    /** What programs write where a value is missing. */
    private static final Set<String> MISSING = Set.of(
            "na", "n/a", "#n/a", "<na>", "nan", "nat", "null", "none", "nil", "missing", "?", "-", "--", ".", "\"\"");

    private final String name;
    private final Range range;
    private final List<double[]> rows = new ArrayList<>();
    private List<String> columns = List.of();
    private char separator = SPACES;
    private int line;
    private int cells;
    private boolean begun;

    CsvTable(String name, Range range) {
        this.name = name;
        this.range = range;
    }

    void add(String text) {
        line++;
        String content = line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
        if (content.isBlank() || content.startsWith("#")) {
            return;
        }
        if (rows.isEmpty()) {
            separator = separatorIn(content.strip());
            List<String> first = cells(content);
            cells = first.size();
            boolean mayBeHeader = !begun;
            begun = true;
            if (mayBeHeader && isHeader(first)) {
                columns = first.stream().map(CsvTable::withoutQuotes).toList();
                return;
            }
        }
        rows.add(row(content));
    }

    NumberTable finished() {
        if (rows.isEmpty()) {
            throw new MalformedFileException(name, "no line of numbers", "at least one");
        }
        List<String> named = columns.size() == cells ? columns : List.of();
        return new NumberTable.Doubles(List.of(rows.size(), cells), rows.toArray(new double[0][]), named);
    }

    private static char separatorIn(String line) {
        for (char candidate : SEPARATORS) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return SPACES;
    }

    private List<String> cells(String text) {
        List<String> found = new ArrayList<>();
        for (int from = first(text, 0); from <= text.length(); from = first(text, end(text, from) + 1)) {
            found.add(text.substring(from, end(text, from)).strip());
        }
        return found;
    }

    private double[] row(String text) {
        double[] row = new double[cells];
        int column = 0;
        for (int from = first(text, 0); from <= text.length(); column++) {
            int end = end(text, from);
            if (column < cells) {
                row[column] = number(text, from, end, column + 1);
            }
            from = first(text, end + 1);
        }
        if (column != cells) {
            throw new MalformedFileException(
                    name, column + " cells in line " + line, cells + " as in the first line of numbers");
        }
        return row;
    }

    /** Where a cell begins that cannot begin before; beyond the end where there is none. */
    private int first(String text, int from) {
        if (separator != SPACES) {
            return from;
        }
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? at : text.length() + 1;
    }

    /** Where the cell that begins there ends. */
    private int end(String text, int from) {
        if (separator != SPACES) {
            int end = text.indexOf(separator, from);
            return end < 0 ? text.length() : end;
        }
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private double number(String text, int from, int to, int column) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        double value = DecimalText.parse(text, begin, end);
        if (Double.isFinite(value)) {
            return value;
        }
        String cell = text.substring(begin, end);
        if (range == Range.INFINITE_TOO && Double.isNaN(value)) {
            String word = unsigned(cell);
            if (word.equals("inf") || word.equals("infinity")) {
                return cell.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
        }
        throw new MalformedFileException(name, quoted(cell) + " in line " + line + ", column " + column, EXPECTED);
    }

    /** Words alone, of which none says that a value is missing; the first, over the numbers of the rows, may be empty. */
    private static boolean isHeader(List<String> cells) {
        boolean words = false;
        for (String cell : cells) {
            if (isMeantAsNumber(cell) || isMissing(cell)) {
                return false;
            }
            words |= !cell.isEmpty();
        }
        return words;
    }

    private static boolean isMeantAsNumber(String cell) {
        return !Double.isNaN(DecimalText.parse(cell)) || NOT_FINITE.contains(unsigned(cell));
    }

    private static boolean isMissing(String cell) {
        return MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    private static String unsigned(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        return word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    }

    private static String withoutQuotes(String cell) {
        return cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1)
                : cell;
    }

    private static String quoted(String cell) {
        if (cell.isEmpty()) {
            return "an empty cell";
        }
        String shown = cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "..." : cell;
        return (isMissing(cell) ? "a missing value, " : "") + "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
