package org.wgan4j.gan.data;

/** The treatment of the images at the end of an epoch that do not fill a batch. */
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
}
