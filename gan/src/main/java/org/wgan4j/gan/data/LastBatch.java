package org.wgan4j.gan.data;

/** What happens to the short batch at the end of an epoch, when the batch size does not divide the data set. */
public enum LastBatch {
    /** It is used as it is, with fewer images. */
    KEEP,
    /** It is left out; shuffling gives every image its turn in other epochs. */
    DROP
}
