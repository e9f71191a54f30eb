package org.wgan4j.gan.metric;

/** TODO. */
public record ClassScores(
        Finding classifierScore,
        Finding entropy,
        Finding confidentShare,
        Finding classesPresent,
        Finding totalVariation) {
    /** TODO. */
    public static ClassScores of(ClassProbabilities generated, ClassProbabilities reference, long seed) {
        throw new UnsupportedOperationException(generated + " " + reference + seed);
    }
}
