package org.wgan4j.gan.format;

/**
 * Parses decimal numbers: digits with or without a sign, a decimal point and an exponent, and nothing else. Stateless and safe for use by several
 * threads.
 *
 * <p>{@link Double#parseDouble} also takes Java's own notations ({@code 1d}, {@code 0x1p3}) and trims; this takes neither. Both give
 * the same {@code double}, the one that is nearest to the text.
 */
public final class DecimalText {
    private static final int LONGEST_EXACT = 15;
    private static final int LARGEST_EXACT_POWER = 22;
    private static final double[] POWERS = new double[LARGEST_EXACT_POWER + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private DecimalText() {}

    /** The number, infinite where it is too large for a double; NaN if the text is no decimal number. */
    public static double parse(String text) {
        return parse(text, 0, text.length());
    }

    /** As {@link #parse(String)}, for the letters {@code from} to {@code to - 1} of a text. */
    static double parse(String text, int from, int to) {
        int at = from;
        boolean negative = at < to && text.charAt(at) == '-';
        if (at < to && (negative || text.charAt(at) == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int count = 0;
        int fraction = 0;
        boolean point = false;
        for (; at < to; at++) {
            char letter = text.charAt(at);
            if (letter == '.' && !point) {
                point = true;
            } else if (letter >= '0' && letter <= '9') {
                count++;
                fraction += point ? 1 : 0;
                if (significant > 0 || letter != '0') {
                    significant++;
                    digits = significant <= LONGEST_EXACT ? 10 * digits + (letter - '0') : digits;
                }
            } else {
                break;
            }
        }
        if (count == 0 || (at < to && !isExponent(text, at, to))) {
            return Double.NaN;
        }
        // Few digits and a small power of ten are exact doubles, and so their quotient is rounded once (Clinger 1990).
        boolean exact = at == to && significant <= LONGEST_EXACT && fraction <= LARGEST_EXACT_POWER;
        if (!exact) {
            return Double.parseDouble(text.substring(from, to));
        }
        double value = digits / POWERS[fraction];
        return negative ? -value : value;
    }

    private static boolean isExponent(String text, int from, int to) {
        if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
            return false;
        }
        int first = from + 1;
        if (first < to && (text.charAt(first) == '+' || text.charAt(first) == '-')) {
            first++;
        }
        for (int at = first; at < to; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return first < to;
    }
}
