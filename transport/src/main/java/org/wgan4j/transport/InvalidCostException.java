package org.wgan4j.transport;

/** Thrown for a ground cost that is not a finite number. */
public final class InvalidCostException extends TransportException {
    private static final long serialVersionUID = 1L;

    private final int source;
    private final int target;
    private final double value;

    /** Names the entry {@code [source, target]}, both counted from 0, and its value. */
    public InvalidCostException(int source, int target, double value) {
        super("the cost of entry [" + source + ", " + target + "] is " + value
                + "; every cost must be a finite number, or, in a matrix, Infinity, which forbids the pair");
        this.source = source;
        this.target = target;
        this.value = value;
    }

    /** The row of the entry, from 0. */
    public int source() {
        return source;
    }

    /** The column of the entry, from 0. */
    public int target() {
        return target;
    }

    /** The value that was found. */
    public double value() {
        return value;
    }
}
