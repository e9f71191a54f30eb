package org.wgan4j.transport.solver;

/** Thrown where the distance of a pair cannot be computed; the cause is the exception of that pair. */
public final class PairFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int first;
    private final int second;

    /** Names the pair {@code [first, second]}, both counted from 0. */
    public PairFailedException(int first, int second, RuntimeException cause) {
        super("the distance of pair [" + first + ", " + second + "] failed: " + cause.getMessage(), cause);
        this.first = first;
        this.second = second;
    }

    /** The row of the pair. */
    public int first() {
        return first;
    }

    /** The column of the pair. */
    public int second() {
        return second;
    }
}
