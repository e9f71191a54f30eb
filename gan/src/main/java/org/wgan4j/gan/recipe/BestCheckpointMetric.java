package org.wgan4j.gan.recipe;

/** The metric that selects the best checkpoint of a run. */
public enum BestCheckpointMetric {
    /** No best checkpoint is kept. */
    NONE,
    /** The lowest Frechet distance between features of generated and of real images. */
    FRECHET_DISTANCE,
    /** The lowest kernel distance between them. */
    KERNEL_DISTANCE,
    /** The highest share of real images that have a generated one near. */
    COVERAGE
}
