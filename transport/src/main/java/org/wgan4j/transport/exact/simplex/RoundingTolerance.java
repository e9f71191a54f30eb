package org.wgan4j.transport.exact.simplex;

/** A bound of the rounding error of a reduced cost. */
final class RoundingTolerance {
    /** 64 units in the last place: the error of a chain of shifts of the potentials. */
    private static final double SHARE = 0x1p-46;

    private RoundingTolerance() {}

    /** The bound for a difference of a cost and two potentials. */
    static double of(double cost, double f, double g) {
        return SHARE * (Math.abs(cost) + Math.abs(f) + Math.abs(g));
    }
}
