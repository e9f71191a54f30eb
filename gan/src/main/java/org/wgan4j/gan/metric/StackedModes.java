package org.wgan4j.gan.metric;

/** TODO. */
public record StackedModes(Finding modes, Finding kl) {
    /** How many stacks are drawn: the published number. */
    public static final int STACKS = 26_000;

    /** TODO. */
    public static StackedModes ofSingles(ClassProbabilities generated, ClassProbabilities reference, long seed) {
        throw new UnsupportedOperationException(generated + " " + reference + seed);
    }

    /** TODO: for colour images; classes {@code [stacks][3]}. */
    public static StackedModes ofStacks(int[][] generated, ClassProbabilities reference, long seed) {
        throw new UnsupportedOperationException(generated.length + " " + reference + seed);
    }
}
