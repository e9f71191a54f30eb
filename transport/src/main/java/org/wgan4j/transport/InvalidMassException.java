package org.wgan4j.transport;

/** Thrown for a mass that is negative or not finite, a coordinate that is not finite, or masses whose sum is 0 or too large. */
public final class InvalidMassException extends TransportException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final double value;

    private InvalidMassException(String message, int index, double value) {
        super(message);
        this.index = index;
        this.value = value;
    }

    /** A mass that is negative, infinite or not a number; {@code index} counts from 0. */
    public static InvalidMassException ofMass(int index, double value) {
        return new InvalidMassException(
                "mass " + index + " is " + value + "; masses must be finite and at least 0", index, value);
    }

    /** A coordinate of point {@code index}, counted from 0, that is infinite or not a number. */
    public static InvalidMassException ofCoordinate(int index, double value) {
        return new InvalidMassException(
                "point " + index + " has the coordinate " + value + "; coordinates must be finite numbers",
                index,
                value);
    }

    /** A measure without any mass. */
    public static InvalidMassException empty() {
        return new InvalidMassException(
                "the masses sum to 0; a measure needs at least one point with a mass above 0", -1, 0);
    }

    /** Masses whose sum is beyond the largest double. */
    public static InvalidMassException overflowing() {
        return new InvalidMassException(
                "the masses sum to more than " + Double.MAX_VALUE
                        + ", the largest number that is kept; divide them all by the same number",
                -1,
                Double.POSITIVE_INFINITY);
    }

    /** The index of the entry, from 0; -1 if the sum of the masses is invalid. */
    public int index() {
        return index;
    }

    /** The value that was found. */
    public double value() {
        return value;
    }
}
