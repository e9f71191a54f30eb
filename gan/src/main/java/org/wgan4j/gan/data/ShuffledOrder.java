package org.wgan4j.gan.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Shuffling: every epoch goes through all samples in a new random order, by Fisher and Yates's shuffle with a random stream for each epoch. */
final class ShuffledOrder implements BatchOrder {
    private static final long STREAM = 0x73687566666c65L; // "shuffle"

    private final int size;
    private final int batchSize;
    private final long seed;
    private final long batchesPerEpoch;

    /** The last epoch asked for, cached for speed alone. */
    private volatile @Nullable Epoch latest;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Epoch(long number, int[] order) {}

    ShuffledOrder(int size, int batchSize, LastBatch lastBatch, long seed) {
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
        int[] order = order(number / batchesPerEpoch);
        int from = (int) (number % batchesPerEpoch) * batchSize;
        return Arrays.copyOfRange(order, from, (int) Math.min(size, (long) from + batchSize));
    }

    @Override
    public long batchesPerEpoch() {
        return batchesPerEpoch;
    }

    private int[] order(long epoch) {
        Epoch known = latest;
        if (known == null || known.number != epoch) {
            known = new Epoch(epoch, shuffled(epoch));
            latest = known;
        }
        return known.order;
    }

    private int[] shuffled(long epoch) {
        SplitMix64 random = new SplitMix64(seed, STREAM, epoch);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int j = random.below(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
