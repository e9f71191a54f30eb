package org.wgan4j.gan.recipe;

/** The measure by which the best checkpoint of a run is chosen. */
public enum BestCheckpointMetric {
    /** No checkpoint is kept for being the best. */
    NONE,
    /** The lowest Frechet distance between features of generated and of real images. */
    FRECHET_DISTANCE,
    /** The lowest kernel distance between them. */
    KERNEL_DISTANCE,
    /** The highest share of real images that have a generated one near. */
    COVERAGE
}
