package org.wgan4j.transport.exact.network;

import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;

/**
 * The masses of a problem as whole numbers of a tiny unit, so that flows balance exactly.
 *
 * <p>There are two versions. The plain ones have a unit of about 2^-61 of the total mass. The perturbed ones are coarser by the number of
 * sources, and then every source has one unit more and one target takes them all: no part of the masses balances by chance, every
 * pivot moves flow, and the simplex cannot cycle (Orden 1956). A tree that is feasible for the perturbed masses is feasible for the plain
 * ones, up to the perturbed unit.
 */
final class IntegerMasses {
    private static final double MOST = 0x1p61;
    private static final long DUST = 1L << 12;

    private final double[] supply;
    private final int sources;
    private final double total;

    private IntegerMasses(double[] supply, int sources, double total) {
        this.supply = supply;
        this.sources = sources;
        this.total = total;
    }

    /** The masses of the points of a support. */
    static IntegerMasses of(PositiveMasses support, Problem problem) {
        Measure source = problem.source();
        Measure target = problem.target();
        int n = support.sources().length;
        double[] supply = new double[n + support.targets().length];
        for (int x = 0; x < supply.length; x++) {
            supply[x] = x < n ? source.mass(support.sources()[x]) : -target.mass(support.targets()[x - n]);
        }
        return new IntegerMasses(supply, n, Math.max(source.totalMass(), target.totalMass()));
    }

    /** What each node sends, in units of {@link #mass}: sources first, then targets, whose numbers are below 0. */
    long[] plain() {
        return balanced(MOST / total, 0);
    }

    /** The supplies that make every pivot move flow, in units of their own. */
    long[] perturbed() {
        long step = sources + 1L;
        // A target that rounds to nothing would be none; it gets one unit.
        long[] perturbed = balanced(MOST / total / step, 1);
        for (int x = 0; x < perturbed.length; x++) {
            perturbed[x] = perturbed[x] * step + (x < sources ? 1 : 0);
        }
        perturbed[perturbed.length - 1] -= sources;
        return perturbed;
    }

    /** Whether so many plain units are no more than what adding up rounded masses leaves over. */
    static boolean isDust(long units) {
        return units < DUST;
    }

    /** Whether a mass is no more than that. */
    boolean isDust(double mass) {
        return mass < DUST * (total / MOST);
    }

    /** What each node sends, not a copy; that of targets is below 0. */
    double[] supply() {
        return supply;
    }

    /** The mass of so many plain units. */
    double mass(long units) {
        return units * (total / MOST);
    }

    /** The masses in units, rounded; what that leaves over goes to the largest target. */
    private long[] balanced(double unitsOfMass, long leastOfTarget) {
        long[] units = new long[supply.length];
        long sum = 0;
        int largest = sources;
        for (int x = 0; x < units.length; x++) {
            // Half to even, so that equal masses of a source and a target stay equal.
            units[x] = (long) Math.rint(supply[x] * unitsOfMass);
            units[x] = x < sources ? units[x] : Math.min(units[x], -leastOfTarget);
            sum += units[x];
            largest = x >= sources && units[x] < units[largest] ? x : largest;
        }
        units[largest] -= sum;
        return units;
    }
}
