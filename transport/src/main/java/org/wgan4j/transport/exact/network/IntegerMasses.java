package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/**
 * The masses of a network's nodes as whole numbers of a tiny unit, so that sums of them are exact.
 *
 * <p>There are two versions. The plain ones have a unit of 2^-61 of the whole mass. The perturbed ones are coarser by about the number of
 * nodes; then every node but one, the root, gets one unit more, so that no part of a tree balances (Orden 1956): a subtree without the
 * root sends some steps and as many units as it has nodes, which is never 0. Every pivot of a simplex then moves flow, and it cannot
 * cycle. A tree that is feasible for the perturbed masses is feasible for the plain ones, up to a step.
 */
public final class IntegerMasses {
    /** What is sent stays below this. */
    private static final double RANGE = 0x1p61;

    /** So many plain units are no more than what adding up rounded masses leaves over. */
    private static final long DUST = 1L << 12;

    private final double[] masses;
    private final double whole;
    private final int root;
    private final long[] perturbed;

    private IntegerMasses(double[] masses, double whole, int root) {
        this.masses = masses;
        this.whole = whole;
        this.root = root;
        long step = Long.highestOneBit(masses.length) << 1;
        this.perturbed = new long[masses.length];
        for (int v = 0; v < masses.length; v++) {
            // At least one step for what is not 0.
            double steps = Math.max(1, Math.rint(Math.abs(masses[v]) / whole * (RANGE / step)));
            perturbed[v] = 1 + (masses[v] == 0 ? 0 : step * (long) Math.copySign(steps, masses[v]));
        }
        balance(perturbed);
    }

    /**
     * The masses of nodes that send them if they are positive, and take them if negative; a node without mass only passes mass on. The
     * array is kept. The node of the largest mass makes up for what the masses lack to balance.
     */
    public static IntegerMasses of(double... masses) {
        int root = 0;
        double sent = 0;
        double taken = 0;
        for (int v = 0; v < masses.length; v++) {
            sent += Math.max(0, masses[v]);
            taken += Math.max(0, -masses[v]);
            root = Math.abs(masses[v]) > Math.abs(masses[root]) ? v : root;
        }
        return new IntegerMasses(masses, Math.max(sent, taken), root);
    }

    private void balance(long[] amounts) {
        amounts[root] -= Arrays.stream(amounts).sum();
    }

    /** What each node sends, in units of {@link #mass}; what it takes is below 0. They sum to 0. */
    public long[] plain() {
        long[] units = new long[masses.length];
        for (int v = 0; v < units.length; v++) {
            // Half to even, so that equal masses of a source and a target stay equal.
            units[v] = (long) Math.rint(masses[v] / whole * RANGE);
        }
        balance(units);
        return units;
    }

    /** The same in units of their own, such that no part balances; not a copy. They sum to 0. */
    public long[] perturbed() {
        return perturbed;
    }

    /** The masses as they were given, not a copy. */
    public double[] masses() {
        return masses;
    }

    /** The mass of so many plain units. */
    public double mass(long units) {
        return units / RANGE * whole;
    }

    /** Whether so many plain units are no more than what adding up rounded masses leaves over. */
    public static boolean isDust(long units) {
        return units < DUST;
    }

    /** Whether a mass is no more than that. */
    public boolean isDust(double mass) {
        return mass < mass(DUST);
    }
}
