package org.wgan4j.transport.approximate;

/**
 * An estimate of the sliced Wasserstein distance from random directions.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param value the p-th root of the cost: the estimate of sliced W_p
 * @param cost the mean over the directions of the transport cost under {@code |x - y|^p} between the projections
 * @param standardError of the value, from the scatter of the costs over the directions (to first order, for p above 1); NaN if there
 *     is one direction. It says nothing of the error that comes from having samples in place of distributions.
 * @param maximum the largest W_p over the drawn directions: a lower bound of max-sliced W_p and of W_p
 * @param maximumAt which direction that is, from 0; {@link SlicedWasserstein#directions} gives it back
 * @param power the p
 * @param projections the number of directions
 * @param seed what they were drawn from
 * @param converged whether all directions that were asked for were taken; if not, these are the ones that the limits left time for
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
     * Summarises the costs under each direction.
     *
     * @param taken which directions they are
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
        mean = Math.min(mean, costs[largest]); // rounding must not lift a mean over the largest
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
