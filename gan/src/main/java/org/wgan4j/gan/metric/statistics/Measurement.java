package org.wgan4j.gan.metric.statistics;

/**
 * The result of a measurement: an estimate with its error, or the reason why there is none. Immutable and safe for use by several
 * threads.
 */
public sealed interface Measurement {
    /**
     * A number with its 95 % interval, or with the reason why it has none.
     *
     * @param value the measured value, finite
     * @param low the lower end of its 95 % interval, at most {@code value}; NaN without an interval
     * @param high the upper end, at least {@code value}; NaN without an interval
     * @param standardError the standard error, at least 0; NaN without an interval
     * @param samples the number of samples
     * @param references the number of samples that they were compared with; 0 if with none
     * @param noInterval why there is no interval; empty where there is one
     */
    record Estimate(
            double value, double low, double high, double standardError, int samples, int references, String noInterval)
            implements Measurement {
        /** Checks that the value is finite, that it lies in its interval and that the counts are at least 0. */
        public Estimate {
            boolean ordered = low <= value && value <= high && standardError >= 0;
            boolean absent = Double.isNaN(low) && Double.isNaN(high) && Double.isNaN(standardError);
            if (!Double.isFinite(value) || !(noInterval.isEmpty() ? ordered : absent)) {
                throw new IllegalArgumentException("value " + value + " with the interval from " + low + " to " + high
                        + (noInterval.isEmpty() ? "" : ", which is missing since " + noInterval)
                        + "; the value must be finite and lie in its interval");
            }
            if (samples < 0 || references < 0) {
                throw new IllegalArgumentException(
                        samples + " samples against " + references + "; counts must be at least 0");
            }
        }

        /** A value with its interval. */
        public Estimate(double value, double low, double high, double standardError, int samples, int references) {
            this(value, low, high, standardError, samples, references, "");
        }

        /** A value without an interval, for a reason that follows "no interval: ". */
        public static Estimate without(double value, String reason, int samples, int references) {
            return new Estimate(value, Double.NaN, Double.NaN, Double.NaN, samples, references, reason);
        }

        /**
         * The mean of a few independent numbers with Student's interval, such as one metric under several seeds.
         *
         * @param values at least one number, all finite; one alone has no interval
         */
        public static Estimate ofMean(double... values) {
            int n = values.length;
            if (n == 0) {
                throw new IllegalArgumentException("no numbers; a mean needs at least one");
            }
            double mean = HistogramStatistics.sum(values) / n;
            if (n == 1) {
                return without(mean, "it is one number", 1, 0);
            }
            double error = Bootstrap.deviation(values) / Math.sqrt(n);
            double reach = StudentT.central(0.95, n - 1) * error;
            return new Estimate(mean, mean - reach, mean + reach, error, n, 0);
        }

        /**
         * A proportion of independent trials with Wilson's interval (Wilson 1927), which has a width at 0 and 1 as well.
         *
         * @param successes 0 to {@code trials}; may be a half for a tie
         * @param trials at least 1
         * @param references the number of samples that each trial was compared with
         */
        public static Estimate ofProportion(double successes, int trials, int references) {
            double share = successes / trials;
            double z2 = Bootstrap.NORMAL * Bootstrap.NORMAL / trials;
            double centre = (share + z2 / 2) / (1 + z2);
            double reach = Bootstrap.NORMAL / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / trials / 4);
            return new Estimate(
                    share,
                    Math.min(share, Math.max(0, centre - reach)),
                    Math.max(share, Math.min(1, centre + reach)),
                    Math.sqrt(share * (1 - share) / trials),
                    trials,
                    references);
        }

        /** Whether there is an interval. */
        public boolean hasInterval() {
            return noInterval.isEmpty();
        }
    }

    /**
     * No value, since there were too few samples.
     *
     * @param needed the least number
     * @param found the number found, below {@code needed}
     * @param what the kind of samples: "generated images"
     */
    record InsufficientSamples(int needed, int found, String what) implements Measurement {
        /** As one sentence: {@code needs 1000 generated images, found 64}. */
        @Override
        public String toString() {
            return "needs " + needed + " " + what + ", found " + found;
        }
    }

    /**
     * No value, since it is not defined for the samples.
     *
     * @param reason in words, such as "all values of one side are equal, so they have no ranks"
     */
    record Undefined(String reason) implements Measurement {
        /** The reason. */
        @Override
        public String toString() {
            return reason;
        }
    }

    /**
     * A value with the interval of 1.96 standard errors to both sides, cut where it leaves the range that values can have.
     *
     * <p>Where the error is 0 there is no interval. A value or error that
     * is not finite is {@link Undefined}.
     *
     * @param least the least possible value
     * @param most the greatest possible value
     */
    static Measurement ofError(
            double value, double standardError, double least, double most, int samples, int references) {
        if (!Double.isFinite(value) || !Double.isFinite(standardError)) {
            return new Undefined("is no finite number: the values that it is computed from are too large");
        }
        if (standardError == 0) {
            return Estimate.without(
                    value, "resampling these samples gives the same value each time", samples, references);
        }
        double low = Math.min(value, Math.max(least, value - Bootstrap.NORMAL * standardError));
        double high = Math.max(value, Math.min(most, value + Bootstrap.NORMAL * standardError));
        return new Estimate(value, low, high, standardError, samples, references);
    }
}
