package org.wgan4j.app.cli.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.data.Spelling;

/** The valid word that a misspelt argument probably stood for. Safe for use by several threads. */
public final class NearestWord {
    /** A shorter beginning fits too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    private NearestWord() {}

    /** The valid word with the fewest edits, if at most a third of the letters are wrong, else the first that begins as the argument does. */
    public static Optional<String> of(String found, List<String> valid) {
        String beginning = found.toLowerCase(Locale.ROOT);
        return Spelling.nearest(found, valid).stream()
                .findFirst()
                .or(() -> valid.stream()
                        .filter(word -> beginning.length() >= SHORTEST_BEGINNING && word.startsWith(beginning))
                        .findFirst());
    }

    /** The question ", did you mean that word?"; empty if there is none. */
    public static String question(String found, List<String> valid) {
        return of(found, valid).map(word -> ", did you mean " + word + "?").orElse("");
    }
}
