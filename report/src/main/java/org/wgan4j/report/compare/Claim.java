package org.wgan4j.report.compare;

/**
 * Something that the tutorials say of WGANs, and what these runs say of it.
 *
 * @param claim as the tutorials have it, in a sentence of ours
 * @param verdict whether it held here
 * @param numbers what the verdict rests on
 */
record Claim(String claim, Decision verdict, String numbers) {
    /** Whether a claim held. */
    enum Decision {
        HOLDS("held here"),
        FAILS("did not hold here"),
        UNDECIDED("not decided by these runs"),
        UNTESTED("not tested here");

        private final String words;

        Decision(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
