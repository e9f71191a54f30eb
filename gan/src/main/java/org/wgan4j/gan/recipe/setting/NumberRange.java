package org.wgan4j.gan.recipe.setting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of numbers, written {@code [0, 1)} where 0 belongs to it and 1 does not. Immutable and safe for use by several threads.
 */
public record NumberRange(double low, boolean withLow, double high, boolean withHigh) {
    private static final NumberRange ANY =
            new NumberRange(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);
    private static final Pattern INTERVAL = Pattern.compile("([\\[(])([0-9.e-]+), ([0-9.e-]+)([\\])])");

    /** Reads the notation above; an empty text means any number. */
    public static NumberRange of(String interval) {
        if (interval.isEmpty()) {
            return ANY;
        }
        Matcher parts = INTERVAL.matcher(interval);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + interval + "' is no interval such as [0, 1)");
        }
        return new NumberRange(
                Double.parseDouble(parts.group(2)),
                "[".equals(parts.group(1)),
                Double.parseDouble(parts.group(3)),
                "]".equals(parts.group(4)));
    }

    /** Whether a number is in the interval; false for NaN. */
    public boolean contains(double number) {
        boolean above = withLow ? number >= low : number > low;
        boolean below = withHigh ? number <= high : number < high;
        return above && below;
    }

    /** The interval in words: {@code from 0 to below 1}, empty for any number. */
    public String words() {
        if (this.equals(ANY)) {
            return "";
        }
        String from = (withLow ? "from " : "above ") + SettingType.write(low);
        String to = withLow ? (withHigh ? " to " : " to below ") : (withHigh ? " and at most " : " and below ");
        return from + to + SettingType.write(high);
    }
}
