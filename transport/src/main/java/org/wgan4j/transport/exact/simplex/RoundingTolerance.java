package org.wgan4j.transport.exact.simplex;

/** How far a reduced cost can be from 0 by rounding alone. */
final class RoundingTolerance {
    /** 64 units in the last place: what a chain of shifts of the potentials may lose. */
    private static final double SHARE = 0x1p-46;

    private RoundingTolerance() {}

    /** A bound for the difference of a cost and two potentials. */
    static double of(double cost, double f, double g) {
        return SHARE * (Math.abs(cost) + Math.abs(f) + Math.abs(g));
    }
}
