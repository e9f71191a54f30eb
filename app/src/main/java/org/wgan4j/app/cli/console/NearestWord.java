package org.wgan4j.app.cli.console;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.data.Spelling;

/** Finds the option or command that a misspelt word probably stood for. */
public final class NearestWord {
    private NearestWord() {}

    /** The valid word with the fewest edits to {@code found}, if at most two letters, or a third of them, were wrong. */
    public static Optional<String> of(String found, List<String> valid) {
        String word = found.toLowerCase(Locale.ROOT);
        return valid.stream()
                .min(Comparator.comparingInt(candidate -> Spelling.edits(word, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> Spelling.edits(word, near.toLowerCase(Locale.ROOT)) <= Math.max(2, near.length() / 3));
    }
}
