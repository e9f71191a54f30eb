package org.wgan4j.gan.metric;

import java.util.EnumSet;
import java.util.Set;

/**
 * Judges samples of generators against the same real images.
 *
 * <p>TODO
 */
public final class QualityJudge {
    private final Sample reference;
    private final Sample training;
    private final Set<Metric> wanted;
    private final long seed;

    /**
     * A judge that holds samples against these real images.
     *
     * @param reference real images that neither generator nor classifier was trained on
     * @param training what the generator was trained on
     * @param wanted which metrics
     * @param seed the same seed gives the same numbers, on any number of threads
     */
    public QualityJudge(Sample reference, Sample training, Set<Metric> wanted, long seed) {
        this.reference = reference;
        this.training = training;
        this.wanted = wanted.isEmpty() ? EnumSet.noneOf(Metric.class) : EnumSet.copyOf(wanted);
        this.seed = seed;
    }

    /** Judges a sample; the floors are computed for the first sample of each size and kept. */
    public QualityReport judge(Sample generated, QualityReport.Listener listener) {
        throw new UnsupportedOperationException(reference + " " + training + wanted + seed + generated + listener);
    }
}
