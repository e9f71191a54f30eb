package org.wgan4j.app.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt word probably stood for. */
final class Spelling {
    private Spelling() {}

    /** The valid word with the fewest edits to {@code found}, if at most two letters, or a third of them, were wrong. */
    static Optional<String> nearest(String found, List<String> valid) {
        String word = found.toLowerCase(Locale.ROOT);
        return valid.stream()
                .min(Comparator.comparingInt(candidate -> edits(word, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> edits(word, near.toLowerCase(Locale.ROOT)) <= Math.max(2, near.length() / 3));
    }

    /** The Levenshtein distance: insertions, deletions and replacements that turn one word into the other. */
    static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
