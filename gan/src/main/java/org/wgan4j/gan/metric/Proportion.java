package org.wgan4j.gan.metric;

/** A share of independent trials with Wilson's 95 % interval (Wilson 1927), which holds near 0 and 1 as well. */
final class Proportion {
    private Proportion() {}

    /**
     * The estimate from trials.
     *
     * @param successes may be a half for a tie
     * @param trials at least 1
     */
    static Measurement.Estimate estimate(double successes, int trials, int references) {
        double share = successes / trials;
        double z2 = Bootstrap.NORMAL * Bootstrap.NORMAL / trials;
        double centre = (share + z2 / 2) / (1 + z2);
        double reach = Bootstrap.NORMAL / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / trials / 4);
        return new Measurement.Estimate(
                share,
                Math.min(share, Math.max(0, centre - reach)),
                Math.max(share, Math.min(1, centre + reach)),
                Math.sqrt(share * (1 - share) / trials),
                trials,
                references);
    }
}
