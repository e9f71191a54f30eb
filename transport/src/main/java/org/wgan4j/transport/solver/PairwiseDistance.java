package org.wgan4j.transport.solver;

import java.util.function.BooleanSupplier;

/** A distance between two items given by their indices; it is called by several threads at once. */
@FunctionalInterface
public interface PairwiseDistance {
    /** The distance of a pair: any number but NaN. */
    double between(int first, int second);

    /**
     * The distance of a pair, or NaN if it was stopped.
     *
     * <p>A distance that takes long should override this method and poll the flag.
     *
     * @param stopped whether to stop
     */
    default double between(int first, int second, BooleanSupplier stopped) {
        return between(first, second);
    }
}
