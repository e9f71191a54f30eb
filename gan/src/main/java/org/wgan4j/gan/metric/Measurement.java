package org.wgan4j.gan.metric;

/** What came out of measuring one thing: a number with its error, or that there were too few samples for one. */
public sealed interface Measurement {
    /**
     * A number with its error.
     *
     * @param value the measured value
     * @param low the lower end of its 95 % interval; NaN if the samples give no interval
     * @param high the upper end; NaN with {@code low}
     * @param standardError the standard error; NaN if the samples give none
     * @param samples how many samples were judged
     * @param references how many samples they were held against; 0 if against none
     */
    record Estimate(double value, double low, double high, double standardError, int samples, int references)
            implements Measurement {
        /** Checks that the ends are in order. */
        public Estimate {
            if (low > high || samples < 0 || references < 0) {
                throw new IllegalArgumentException("interval from " + low + " to " + high + " of " + samples
                        + " samples against " + references + "; ends must be in order and counts at least 0");
            }
        }

        /** Whether there is an interval. */
        public boolean hasInterval() {
            return low <= high;
        }
    }

    /**
     * Nothing was computed since there were too few samples.
     *
     * @param needed how many it takes
     * @param found how many there were, fewer than {@code needed}
     * @param what of what: "generated images", "reference features" and the like
     */
    record TooFew(int needed, int found, String what) implements Measurement {
        /** As one sentence: {@code needs 1000 generated images, found 64}. */
        @Override
        public String toString() {
            return "needs " + needed + " " + what + ", found " + found;
        }
    }
}
