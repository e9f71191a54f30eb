package org.wgan4j.transport.exact.network;

/**
 * Supplies of a network as whole numbers, so that sums of them are exact, and such that no part of a tree balances.
 *
 * <p>Masses are rounded to multiples of a step, about 2^-61 times the number of nodes of their sum. Every node but one, the root, then gets
 * one unit more, and there are more units in a step than nodes (Orden's perturbation): a subtree without the root sends some steps and
 * as many units as it has nodes, which is never 0.
 */
public final class IntegerSupplies {
    /** What is sent stays below this. */
    private static final double RANGE = 0x1p61;

    private final long[] amounts;

    private IntegerSupplies(long[] amounts) {
        this.amounts = amounts;
    }

    /**
     * The supplies of nodes that send their mass if it is positive, and take it if negative; one without mass only passes it on. The
     * node of the largest mass makes up for what the masses lack to balance.
     */
    public static IntegerSupplies of(double[] masses) {
        int root = 0;
        double sent = 0;
        double taken = 0;
        for (int v = 0; v < masses.length; v++) {
            sent += Math.max(0, masses[v]);
            taken += Math.max(0, -masses[v]);
            root = Math.abs(masses[v]) > Math.abs(masses[root]) ? v : root;
        }
        long step = Long.highestOneBit(masses.length) << 1;
        double largest = Math.max(sent, taken);
        long[] amounts = new long[masses.length];
        long sum = 0;
        for (int v = 0; v < masses.length; v++) {
            if (v != root) {
                amounts[v] = 1 + (masses[v] == 0 ? 0 : step * steps(masses[v] / largest, RANGE / step));
                sum += amounts[v];
            }
        }
        amounts[root] = -sum;
        return new IntegerSupplies(amounts);
    }

    /** What each node sends if positive, or takes if negative, not a copy; they sum to 0. */
    public long[] amounts() {
        return amounts;
    }

    /** At least one step for what is not 0. */
    private static long steps(double share, double steps) {
        return (long) (Math.signum(share) * Math.max(1, Math.rint(Math.abs(share) * steps)));
    }
}
