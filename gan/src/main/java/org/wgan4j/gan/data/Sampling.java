package org.wgan4j.gan.data;

<<<<<<< HEAD
/** How the images of a batch are drawn from the data set. */
public enum Sampling {
    /** Without replacement: each epoch is one pass in a new order. */
    SHUFFLE,
    /** Independently and uniformly: an image may come twice in a batch, and an epoch need not meet every image. */
=======
/** How images are drawn for the batches. */
public enum Sampling {
    /** Each epoch goes once through all images, in a new order. */
    SHUFFLE,
    /** Each image of each batch is drawn from all images, whether it came before or not. */
>>>>>>> data
    WITH_REPLACEMENT
}
