package org.wgan4j.gan.data;

/** How images are drawn for the batches. */
public enum Sampling {
    /** Each epoch goes once through all images, in a new order. */
    SHUFFLE,
    /** Each image of each batch is drawn from all images, whether it came before or not. */
    WITH_REPLACEMENT
}
