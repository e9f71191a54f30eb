package org.wgan4j.app.cli.transport;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.CsvFile;
import org.wgan4j.gan.format.NpyNumbers;
import org.wgan4j.gan.format.NumberTable;

/** What a file holds, by how its name ends. */
enum FileKind {
    NPY(".npy"),
    TEXT(".csv", ".tsv", ".txt"),
    PICTURE(".png", ".jpg", ".jpeg", ".gif", ".bmp");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    static FileKind of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.endings.stream().anyMatch(name::endsWith)) {
                return kind;
            }
        }
        throw new ActionableException(file + " must end in one of "
                + Arrays.stream(values()).flatMap(kind -> kind.endings.stream()).collect(Collectors.joining(", "))
                + ", which say what it holds");
    }

    /** The numbers of a file that is no picture. */
    static NumberTable numbers(Path file) {
        return switch (of(file)) {
            case NPY -> NpyNumbers.read(file);
            case TEXT -> CsvFile.read(file);
            case PICTURE ->
                throw new ActionableException(
                        file + " is a picture, and numbers are needed there; name an .npy or .csv file");
        };
    }
}
