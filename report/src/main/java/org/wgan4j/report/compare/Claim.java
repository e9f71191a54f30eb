package org.wgan4j.report.compare;

/**
 * A claim about WGANs and whether the runs of a comparison support it.
 *
 * @param claim one sentence
 * @param verdict whether it held
 * @param numbers the numbers from which that follows, in sentences
 */
record Claim(String claim, Decision verdict, String numbers) {
    /** Whether a claim held. */
    enum Decision {
        HOLDS("held here"),
        FAILS("did not hold here"),
        UNDECIDED("not decided by these runs"),
        UNTESTED("not tested here");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
