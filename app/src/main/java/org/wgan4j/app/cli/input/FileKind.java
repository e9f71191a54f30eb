package org.wgan4j.app.cli.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.picture.PictureFile;

/** The kind of an input file. */
enum FileKind {
    NPY(".npy"),
    NPZ(".npz"),
    TEXT(".csv", ".tsv", ".txt"),
    PICTURE;

    /** For messages about a name that ends otherwise. */
    static final String ENDINGS = ".npy, .npz, .csv, .tsv, .txt, .png, .jpg, .jpeg, .gif, .bmp, .webp, .tif";

    private static final List<String> PICTURE_STARTS =
            List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "RIFF", "II*\0", "MM\0*");
    private static final int LONGEST_START = 4;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** By how the name of a file ends. */
    static Optional<FileKind> named(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.endings.stream().anyMatch(name::endsWith)) {
                return Optional.of(kind);
            }
        }
        return PictureFile.hasPictureExtension(Path.of(file)) ? Optional.of(PICTURE) : Optional.empty();
    }

    /** By the first bytes, which stay to be read; what begins like none of the others is text. */
    static FileKind beginning(BufferedInputStream in) throws IOException {
        in.mark(LONGEST_START);
        String start = new String(in.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1);
        in.reset();
        if (start.startsWith("\u0093NUM")) {
            return NPY;
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return NPZ;
        }
        return PICTURE_STARTS.stream().anyMatch(start::startsWith) ? PICTURE : TEXT;
    }
}
