package org.wgan4j.transport;

import java.util.Arrays;

/**
 * A builder of plans from single entries.
 *
 * <p>For use by one thread at a time; the plans that it builds own their arrays.
 */
public final class PlanBuilder {
    private final int sources;
    private final int targets;
    private int size;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private double[] masses = new double[16];

    /** An empty plan between so many sources and targets. */
    public PlanBuilder(int sources, int targets) {
        this.sources = sources;
        this.targets = targets;
    }

    /** Adds an entry; an entry of mass 0 is skipped. */
    public void add(int source, int target, double mass) {
        if (mass == 0) {
            return;
        }
        if (size == masses.length) {
            int more = size + (size >> 1);
            from = Arrays.copyOf(from, more);
            to = Arrays.copyOf(to, more);
            masses = Arrays.copyOf(masses, more);
        }
        from[size] = source;
        to[size] = target;
        masses[size++] = mass;
    }

    /** The plan of all entries so far. */
    public Plan build() {
        return new Plan(
                sources, targets, Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(masses, size));
    }
}
