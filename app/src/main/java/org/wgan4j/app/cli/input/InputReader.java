package org.wgan4j.app.cli.input;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.CsvFile;
import org.wgan4j.gan.format.NpyNumbers;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.format.NumberTable;
import org.wgan4j.gan.picture.Picture;
import org.wgan4j.gan.picture.PictureFile;

/**
 * A reader of the inputs that arguments name: numbers in npy, npz or text, and pictures, from files and from standard input.
 *
 * <p>{@code FILE.npz:NAME} is an array of an npz file, {@code FILE.csv:NAME} a column of a table, and {@code FILE.csv:2} its second;
 * {@code x,y} are two columns. Standard input is {@code -}, and known by its first bytes. Ambiguous input, such as a
 * header, is remarked on once. Used by one thread.
 */
public final class InputReader {
    private final InputStream standardInput;
    private final Consumer<String> note;
    private final Set<String> noted = new HashSet<>();
    private boolean standardInputTaken;

    /**
     * A reader for the arguments of one command.
     *
     * @param standardInput what {@code -} means
     * @param note told what has to be said about an input though it can be used
     */
    public InputReader(InputStream standardInput, Consumer<String> note) {
        this.standardInput = standardInput;
        this.note = note;
    }

    /** Whether an argument means a file rather than something else, such as numbers. */
    public static boolean isInput(String argument) {
        InputName name = InputName.of(argument);
        return name.isStandardInput()
                || argument.indexOf('/') >= 0
                || argument.indexOf('\\') >= 0
                || FileKind.named(name.file()).isPresent();
    }

    /** Whether an argument names a picture file. */
    boolean isPicture(String argument) {
        return FileKind.named(argument).filter(kind -> kind == FileKind.PICTURE).isPresent();
    }

    /** A picture. */
    Picture picture(String argument) {
        return PictureFile.read(path(argument));
    }

    /** Finite numbers. */
    NumberTable numbers(String argument) {
        return numbers(argument, CsvFile.Range.FINITE);
    }

    /** Numbers of the given range where they are text; in arrays they are what they are. */
    NumberTable numbers(String argument, CsvFile.Range range) {
        InputName name = InputName.of(argument);
        Content content = content(name, range);
        if (content.isText()) {
            remarkHeader(name, content.table());
        }
        return content.columns().isEmpty()
                ? content.table()
                : TableColumns.select(name, content.table(), content.columns());
    }

    /**
     * The numbers of a single row or column.
     *
     * @param need what a table of several is refused with: "one mass a bin is needed"
     */
    public double[] vector(String argument, String need) {
        NumberTable table = numbers(argument);
        List<Integer> shape = table.shape();
        if (shape.size() > 2) {
            throw new ActionableException(InputName.of(argument).title() + " has the shape " + shape + "; " + need);
        }
        if (table.height() > 1 && table.width() > 1) {
            throw new ActionableException(TableColumns.offer(InputName.of(argument), table, need));
        }
        return table.flat();
    }

    /** Says something once. */
    void remark(String remark) {
        if (noted.add(remark)) {
            note.accept(remark);
        }
    }

    /** A table, and which of its columns are meant, if not all. */
    private record Content(NumberTable table, List<String> columns, boolean isText) {}

    private Content content(InputName name, CsvFile.Range range) {
        if (name.isStandardInput()) {
            if (standardInputTaken) {
                throw new ActionableException("standard input is named twice, and can be read once; name a file");
            }
            standardInputTaken = true;
            return ofStream(name, standardInput, range);
        }
        Path path = path(name.file());
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            // The channels of Files ask where they are, which a pipe does not know.
            try (InputStream in = new FileInputStream(path.toFile())) {
                return ofStream(name, in, range);
            } catch (IOException failure) {
                throw unreadable(name, failure);
            }
        }
        FileKind kind = FileKind.named(name.file())
                .orElseThrow(() -> new ActionableException(
                        name.file() + " must end in one of " + FileKind.ENDINGS + ", which say what it holds"));
        return switch (kind) {
            case NPY -> new Content(NpyNumbers.read(path), columns(name, 0), false);
            case TEXT -> new Content(CsvFile.read(path, range), columns(name, 0), true);
            case NPZ -> ofArchive(name, path);
            case PICTURE -> throw picturesAreNoNumbers(name);
        };
    }

    private Content ofStream(InputName name, InputStream stream, CsvFile.Range range) {
        try {
            BufferedInputStream in = new BufferedInputStream(stream);
            return switch (FileKind.beginning(in)) {
                case NPY -> new Content(NpyNumbers.read(in, name.title()), columns(name, 0), false);
                case TEXT -> new Content(CsvFile.read(in, name.title(), range), columns(name, 0), true);
                case NPZ -> stored(name, in, file -> ofArchive(name, file));
                case PICTURE -> throw picturesAreNoNumbers(name);
            };
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    /** A zip file is read from its end, which a stream does not let one do. */
    private static Content stored(InputName name, InputStream in, Function<Path, Content> reading) throws IOException {
        Path file = Files.createTempFile("wgan4j", ".npz");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return reading.apply(file);
        } catch (ActionableException refused) {
            String message = String.valueOf(refused.getMessage());
            throw new ActionableException(message.replace(file.toString(), name.title()), refused);
        } finally {
            Files.delete(file);
        }
    }

    private static Content ofArchive(InputName name, Path file) {
        SortedSet<String> arrays = NpzFile.names(file);
        boolean named = !name.parts().isEmpty() && arrays.contains(name.parts().get(0));
        if (!named && arrays.size() != 1) {
            String several = arrays.isEmpty()
                    ? " holds no array; name another file"
                    : " holds the arrays " + String.join(", ", arrays) + "; name one of them, as in " + name.file()
                            + ":" + arrays.first();
            throw new ActionableException(name.title() + several);
        }
        String array = named ? name.parts().get(0) : arrays.first();
        return new Content(NpzFile.readNumbers(file, array), columns(name, named ? 1 : 0), false);
    }

    private static List<String> columns(InputName name, int from) {
        List<String> parts = name.parts().subList(from, name.parts().size());
        if (parts.size() > 1) {
            throw new ActionableException("after " + name.title() + " stands ':" + String.join(":", name.parts())
                    + "', and one name of an array and one of columns are the most that can");
        }
        return parts.isEmpty() ? List.of() : List.of(parts.get(0).split(",", -1));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException strange) {
            throw new ActionableException(
                    "'" + file + "' cannot be the name of a file (" + strange.getReason()
                            + "); a letter beyond ASCII needs a locale of UTF-8, such as LC_ALL=C.UTF-8",
                    strange);
        }
    }

    private static ActionableException picturesAreNoNumbers(InputName name) {
        return new ActionableException(
                name.title() + " is a picture, and numbers are needed there; name an .npy, .npz or .csv file");
    }

    private static ActionableException unreadable(InputName name, IOException failure) {
        return new ActionableException(
                name.title() + " cannot be read (" + failure + "); check where it comes from", failure);
    }

    private void remarkHeader(InputName name, NumberTable table) {
        if (!table.columns().isEmpty()) {
            remark(name.title() + ": the first line, " + quoted(table.columns())
                    + ", is taken for the names of the columns");
        } else if (countsItsColumns(table)) {
            remark(name.title() + ": the first line, 0 to " + (table.width() - 1)
                    + ", counts as numbers; if it is a header, take it out");
        }
    }

    private static String quoted(List<String> names) {
        int shown = 8;
        String text = names.stream()
                .limit(shown)
                .map(one -> one.isEmpty() ? "''" : one)
                .collect(Collectors.joining(", "));
        return names.size() > shown ? text + " and " + (names.size() - shown) + " more" : text;
    }

    /** A first row 0, 1, 2, ... above rows of other numbers may be a header that a program wrote for columns without names. */
    private static boolean countsItsColumns(NumberTable table) {
        if (table.shape().size() != 2 || table.width() < 2 || table.height() < 2) {
            return false;
        }
        boolean others = false;
        for (int column = 0; column < table.width(); column++) {
            if (table.at(0, column) != column) {
                return false;
            }
            double below = table.at(1, column);
            others |= below != Math.rint(below);
        }
        return others;
    }
}
