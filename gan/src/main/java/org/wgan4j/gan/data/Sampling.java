package org.wgan4j.gan.data;

/** The way in which images are drawn for the batches. */
public enum Sampling {
    /** Each epoch goes once through all images, in a new order. */
    SHUFFLE,
    /** Each image of each batch is drawn independently from all images. */
    WITH_REPLACEMENT
}
