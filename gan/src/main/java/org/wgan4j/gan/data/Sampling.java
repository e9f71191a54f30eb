package org.wgan4j.gan.data;

/** How the images of a batch are drawn from the data set. */
public enum Sampling {
    /** Without replacement: each epoch is one pass in a new order. */
    SHUFFLE,
    /** Independently and uniformly: an image may come twice in a batch, and an epoch need not meet every image. */
    WITH_REPLACEMENT
}
