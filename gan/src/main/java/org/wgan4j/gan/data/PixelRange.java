package org.wgan4j.gan.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The range of numbers that represent pixels: {@code low} is black and {@code high} is white. Immutable and safe for use by several threads.
 *
 * @param low finite
 * @param high finite and above {@code low}
 */
public record PixelRange(double low, double high) {
    /** From 0 to 1. */
    public static final PixelRange UNIT = new PixelRange(0, 1);

    /** From -1 to 1, the output of generators with a tanh. */
    public static final PixelRange SIGNED = new PixelRange(-1, 1);

    /** From 0 to 255. */
    public static final PixelRange BYTES = new PixelRange(0, 255);

    /** Numbers may lie outside of a range by this share of its width and still be taken for it: as far as rounding carries them. */
    public static final double TOLERANCE = 1e-3;

    /** Fractions that are all darker than this share of white are not taken for [0, 255]. */
    private static final double DARKEST = 0.1;

    /** Checks the ends. */
    public PixelRange {
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("a range of pixels from " + low + " to " + high
                    + "; both must be finite, the first one below the second");
        }
    }

    /**
     * The range that numbers between two extremes probably use: [0, 1], [-1, 1] or [0, 255]; empty if they fit none of them.
     *
     * @param least the least of the numbers
     * @param most the greatest of them
     * @param whole whether all of them are whole
     */
    public static Optional<PixelRange> ofNumbers(double least, double most, boolean whole) {
        for (PixelRange range : List.of(UNIT, SIGNED, BYTES)) {
            boolean darkFractions = range.equals(BYTES) && !whole && most < DARKEST * range.high;
            if (range.contains(least) && range.contains(most) && !darkFractions) {
                return Optional.of(range);
            }
        }
        return Optional.empty();
    }

    /** Whether a number is in the range, up to the {@link #TOLERANCE}; false for NaN. */
    public boolean contains(double value) {
        double slack = TOLERANCE * (high - low);
        return value >= low - slack && value <= high + slack;
    }

    /**
     * The nearest pixel, 0 to 255; that of the nearer end for a number outside of the range.
     *
     * @throws IllegalArgumentException if the number is NaN
     */
    public int pixel(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a value is NaN; a pixel needs a number");
        }
        return (int) Math.max(0, Math.min(255, Math.round((value - low) / (high - low) * 255)));
    }

    /** Both ends: {@code [0, 1]}. */
    @Override
    public String toString() {
        return "[" + text(low) + ", " + text(high) + "]";
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }
}
