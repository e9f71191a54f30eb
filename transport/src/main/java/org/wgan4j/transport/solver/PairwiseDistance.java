package org.wgan4j.transport.solver;

import java.util.function.BooleanSupplier;

/** A distance between two things that are known by their numbers; it is asked for from several threads at once. */
@FunctionalInterface
public interface PairwiseDistance {
    /** The distance of a pair: any number but NaN. */
    double between(int first, int second);

    /**
     * The distance of a pair, or NaN if it was given up because an answer was no longer wanted.
     *
     * <p>A distance that takes long should override this and ask now and then.
     *
     * @param stopped whether the answer is no longer wanted
     */
    default double between(int first, int second, BooleanSupplier stopped) {
        return between(first, second);
    }
}
