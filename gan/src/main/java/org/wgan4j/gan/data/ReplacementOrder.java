package org.wgan4j.gan.data;

/** Sampling with replacement: every image of every batch is drawn uniformly from all images; all batches are full. */
final class ReplacementOrder implements BatchOrder {
    private static final long STREAM = 0x64726177L; // "draw"

    private final int size;
    private final int batchSize;
    private final long seed;
    private final long batchesPerEpoch;

    ReplacementOrder(int size, int batchSize, LastBatch lastBatch, long seed) {
        this.size = size;
        this.batchSize = batchSize;
        this.seed = seed;
        this.batchesPerEpoch = lastBatch.batches(size, batchSize);
    }

    @Override
    public int[] batch(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("batch " + number + "; batches count from 0");
        }
        SplitMix64 random = new SplitMix64(seed, STREAM, number);
        int[] indices = new int[batchSize];
        for (int i = 0; i < batchSize; i++) {
            indices[i] = random.below(size);
        }
        return indices;
    }

    @Override
    public long batchesPerEpoch() {
        return batchesPerEpoch;
    }
}
