package org.wgan4j.transport;

/**
 * The ground costs c(i, j) of all pairs of a problem, {@code [sources][targets]}: stored, or computed a row at a time.
 *
 * <p>Implementations can be read from several threads at once; every cost that they yield is finite.
 */
public interface CostRows {
    /** The number of rows. */
    int sources();

    /** The number of columns. */
    int targets();

    /** The cost of moving a unit of mass from a source to a target. */
    double cost(int source, int target);

    /**
     * A whole row: either {@code buffer}, overwritten, or the stored row itself, which the caller must not change.
     *
     * @param buffer room for {@link #targets()} costs
     */
    double[] row(int source, double[] buffer);

    /** The cost from which on a pair is forbidden; infinite if all pairs are allowed. */
    default double forbidden() {
        return Double.POSITIVE_INFINITY;
    }

    /** The costs between some of the sources and some of the targets, by their indices; neither array is copied. */
    default CostRows select(int[] sources, int[] targets) {
        return new SelectedRows(this, sources, targets);
    }
}
