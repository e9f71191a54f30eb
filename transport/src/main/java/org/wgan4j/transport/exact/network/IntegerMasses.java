package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/**
 * The masses of a network's nodes as integer multiples of a tiny unit, so that their sums are exact.
 *
 * <p>There are two versions. The plain ones have a unit of 2^-61 of the total mass. The perturbed ones are multiples of a larger step, about
 * the number of nodes in units, plus one unit for every node but the root, so that no subtree balances (Orden 1956): a subtree without
 * the root has a multiple of the step and as many units as it has nodes, which is never 0. Every pivot of a simplex then moves flow, so
 * it cannot cycle. A tree that is feasible for the perturbed masses is feasible for the plain ones, up to a step.
 *
 * <p>Immutable.
 */
public final class IntegerMasses {
    /** The total mass in plain units. */
    private static final double RANGE = 0x1p61;

    /** The rounding error of sums of masses, in plain units. */
    private static final long ROUNDING = 1L << 12;

    private final double[] masses;
    private final double total;
    private final int root;
    private final long[] perturbed;

    private IntegerMasses(double[] masses, double total, int root) {
        this.masses = masses;
        this.total = total;
        this.root = root;
        long step = Long.highestOneBit(masses.length) << 1;
        this.perturbed = new long[masses.length];
        for (int v = 0; v < masses.length; v++) {
            // At least one step for what is not 0.
            double steps = Math.max(1, Math.rint(Math.abs(masses[v]) / total * (RANGE / step)));
            perturbed[v] = 1 + (masses[v] == 0 ? 0 : step * (long) Math.copySign(steps, masses[v]));
        }
        balance(perturbed);
    }

    /**
     * The masses of nodes: positive for sources, negative for sinks, 0 for transshipment nodes. The array is kept. The node of the largest
     * mass takes the difference if they do not balance.
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

    /** The masses in plain units, see {@link #mass}; they sum to 0. */
    public long[] plain() {
        long[] units = new long[masses.length];
        for (int v = 0; v < units.length; v++) {
            // Half to even, so that equal masses of a source and a target stay equal.
            units[v] = (long) Math.rint(masses[v] / total * RANGE);
        }
        balance(units);
        return units;
    }

    /** The perturbed masses in units of their own; not a copy. They sum to 0. */
    public long[] perturbed() {
        return perturbed;
    }

    /** The masses as they were given, not a copy. */
    public double[] masses() {
        return masses;
    }

    /** The mass of so many plain units. */
    public double mass(long units) {
        return units / RANGE * total;
    }

    /** Whether a number of plain units is no more than the rounding error of sums of masses. */
    public static boolean isRounding(long units) {
        return units < ROUNDING;
    }

    /** Whether a mass is no more than the rounding error of sums of masses. */
    public boolean isRounding(double mass) {
        return mass < mass(ROUNDING);
    }
}
