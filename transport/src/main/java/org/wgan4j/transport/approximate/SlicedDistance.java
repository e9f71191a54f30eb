package org.wgan4j.transport.approximate;

/**
 * A Monte Carlo estimate of the sliced Wasserstein distance.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param value the p-th root of the cost: the estimate of sliced W_p
 * @param cost the mean over the directions of the transport cost under {@code |x - y|^p} between the projections
 * @param standardError of the value over the directions (to first order, for p above 1); NaN if there is one direction. It does not include the
 *     error of samples as estimates of distributions.
 * @param maximum the largest W_p over the drawn directions: a lower bound of max-sliced W_p and of W_p
 * @param maximumAt the index of that direction in {@link SlicedWasserstein#directions}
 * @param power the p
 * @param projections the number of directions
 * @param seed the seed of the directions
 * @param converged whether all directions were used; if not, the limits stopped the others
 */
public record SlicedDistance(
        double value,
        double cost,
        double standardError,
        double maximum,
        int maximumAt,
        double power,
        int projections,
        long seed,
        boolean converged) {

    /**
     * The estimate from the costs along each direction.
     *
     * @param taken the indices of the directions
     */
    static SlicedDistance ofCosts(double[] costs, double power, int[] taken, long seed, boolean converged) {
        int count = costs.length;
        double mean = 0;
        double squares = 0;
        int largest = 0;
        for (int l = 0; l < count; l++) {
            double step = costs[l] - mean;
            mean += step / (l + 1);
            squares += step * (costs[l] - mean);
            largest = costs[l] > costs[largest] ? l : largest;
        }
        mean = Math.min(mean, costs[largest]); // a mean is at most the largest
        double value = root(mean, power);
        double costError = count == 1 ? Double.NaN : Math.sqrt(squares / (count - 1) / count);
        double error = costError == 0 ? 0 : costError * value / (power * mean);
        return new SlicedDistance(
                value, mean, error, root(costs[largest], power), taken[largest], power, count, seed, converged);
    }

    private static double root(double cost, double power) {
        return power == 1 ? cost : power == 2 ? Math.sqrt(cost) : Math.pow(cost, 1 / power);
    }
}
