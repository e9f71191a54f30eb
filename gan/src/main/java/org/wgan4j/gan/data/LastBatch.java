package org.wgan4j.gan.data;

<<<<<<< HEAD
/** What happens to the short batch at the end of an epoch, when the batch size does not divide the data set. */
public enum LastBatch {
    /** It is used as it is, with fewer images. */
    KEEP,
    /** It is left out; shuffling gives every image its turn in other epochs. */
    DROP
=======
/** What happens to the images at the end of an epoch that do not fill a batch. */
public enum LastBatch {
    /** They make up a shorter batch. */
    KEEP,
    /** They are left out of this epoch. */
    DROP;

    /** Batches in one pass over {@code size} images. */
    long batches(int size, int batchSize) {
        return switch (this) {
            case KEEP -> ((long) size + batchSize - 1) / batchSize;
            case DROP -> size / batchSize;
        };
    }
>>>>>>> data
}
