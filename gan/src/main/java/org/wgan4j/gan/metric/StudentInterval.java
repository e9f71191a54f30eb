package org.wgan4j.gan.metric;

/**
 * The mean of a few independent numbers, such as one metric under several seeds, with its 95 % interval by Student's t.
 *
 * @param mean the mean
 * @param low lower end; NaN for one number
 * @param high upper end; NaN for one number
 * @param standardError standard deviation (n - 1) over the root of n; NaN for one number
 * @param count how many numbers, at least 1
 */
public record StudentInterval(double mean, double low, double high, double standardError, int count) {
    /** The interval of numbers, at least one. */
    public static StudentInterval of(double... values) {
        int n = values.length;
        if (n == 0) {
            throw new IllegalArgumentException("no numbers; a mean needs at least one");
        }
        double mean = HistogramStatistics.sum(values) / n;
        if (n == 1) {
            return new StudentInterval(mean, Double.NaN, Double.NaN, Double.NaN, 1);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        double reach = StudentT.central(0.95, n - 1) * error;
        return new StudentInterval(mean, mean - reach, mean + reach, error, n);
    }
}
