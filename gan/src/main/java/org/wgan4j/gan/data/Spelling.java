package org.wgan4j.gan.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the names that are nearest to a mistyped word, by edit distance. Stateless and safe for use by several threads. */
public final class Spelling {
    /** Longer words are compared by their beginnings. */
    private static final int LONGEST = 64;

    private Spelling() {}

    /**
     * The names with the fewest edits to the word, in their order; none if more than a third of the word is wrong.
     *
     * <p>Case, hyphens and underscores do not count.
     */
    public static List<String> nearest(String word, Collection<String> names) {
        String typed = plain(word);
        int fewest = Math.max(1, typed.length() / 3);
        List<String> nearest = new ArrayList<>();
        for (String name : names) {
            int edits = edits(typed, plain(name));
            if (edits < fewest) {
                nearest.clear();
                fewest = edits;
            }
            if (edits == fewest) {
                nearest.add(name);
            }
        }
        return nearest;
    }

    private static String plain(String word) {
        String cut = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        return cut.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
