package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wgan4j.gan.ActionableException;

class BatchOrderTest {
    @Test
    void everyShuffledEpochIsAPermutation() {
        BatchOrder order = BatchOrder.of(Sampling.SHUFFLE, 103, 10, LastBatch.KEEP, 7);
        for (long epoch = 0; epoch < 20; epoch++) {
            assertThat(epoch(order, epoch).sorted().toArray())
                    .isEqualTo(IntStream.range(0, 103).toArray());
        }
    }

    @Test
    void epochsDifferFromEachOtherAndFromTheFileOrder() {
        BatchOrder order = BatchOrder.of(Sampling.SHUFFLE, 103, 10, LastBatch.KEEP, 7);
        int[] first = epoch(order, 0).toArray();
        assertThat(first).isNotEqualTo(IntStream.range(0, 103).toArray());
        assertThat(first).isNotEqualTo(epoch(order, 1).toArray());
    }

    @Test
    void theKeptLastBatchIsShortAndTheDroppedOneIsGone() {
        BatchOrder kept = BatchOrder.of(Sampling.SHUFFLE, 60000, 256, LastBatch.KEEP, 1);
        assertThat(kept.batchesPerEpoch()).isEqualTo(235);
        assertThat(kept.batch(234)).hasSize(60000 % 256);
        assertThat(kept.batch(235)).hasSize(256);

        BatchOrder dropped = BatchOrder.of(Sampling.SHUFFLE, 60000, 256, LastBatch.DROP, 1);
        assertThat(dropped.batchesPerEpoch()).isEqualTo(234);
        assertThat(epoch(dropped, 0).distinct().count()).isEqualTo(234L * 256);
        assertThat(dropped.batch(0)).isEqualTo(kept.batch(0));
        assertThat(dropped.batch(234)).isEqualTo(kept.batch(235));
    }

    @ParameterizedTest
    @EnumSource
    void aSizeThatDividesEvenlyGivesTheSameBatchesKeptOrDropped(LastBatch lastBatch) {
        BatchOrder order = BatchOrder.of(Sampling.SHUFFLE, 40, 10, lastBatch, 1);
        assertThat(order.batchesPerEpoch()).isEqualTo(4);
        assertThat(order.batch(3)).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchDependsOnSeedAndNumberAlone(Sampling sampling) {
        BatchOrder forwards = BatchOrder.of(sampling, 50, 8, LastBatch.KEEP, 3);
        BatchOrder backwards = BatchOrder.of(sampling, 50, 8, LastBatch.KEEP, 3);
        int[][] expected = LongStream.range(0, 40).mapToObj(forwards::batch).toArray(int[][]::new);
        for (int k = 39; k >= 0; k--) {
            assertThat(backwards.batch(k)).isEqualTo(expected[k]);
            assertThat(backwards.batch(k)).isEqualTo(expected[k]);
        }
        BatchOrder other = BatchOrder.of(sampling, 50, 8, LastBatch.KEEP, 4);
        assertThat(other.batch(0)).isNotEqualTo(expected[0]);
    }

    @ParameterizedTest
    @EnumSource
    void changingAReturnedBatchChangesNothing(Sampling sampling) {
        BatchOrder order = BatchOrder.of(sampling, 50, 8, LastBatch.KEEP, 3);
        int[] before = order.batch(2);
        Arrays.fill(order.batch(2), -1);
        assertThat(order.batch(2)).isEqualTo(before);
    }

    @Test
    void withReplacementEveryBatchIsFullAndEveryImageEquallyLikely() {
        BatchOrder order = BatchOrder.of(Sampling.WITH_REPLACEMENT, 10, 7, LastBatch.KEEP, 11);
        assertThat(order.batchesPerEpoch()).isEqualTo(2);
        int[] counts = new int[10];
        int batches = 10_000;
        for (int k = 0; k < batches; k++) {
            int[] batch = order.batch(k);
            assertThat(batch).hasSize(7);
            Arrays.stream(batch).forEach(i -> counts[i]++);
        }
        assertThat(chiSquare(counts, 7.0 * batches / 10)).isLessThan(27.88); // 9 degrees of freedom, p = 0.001
    }

    @Test
    void everyImageIsEquallyLikelyToComeFirstInAShuffle() {
        BatchOrder order = BatchOrder.of(Sampling.SHUFFLE, 10, 1, LastBatch.KEEP, 5);
        int[] counts = new int[10];
        for (int epoch = 0; epoch < 20_000; epoch++) {
            counts[order.batch(10L * epoch)[0]]++;
        }
        assertThat(chiSquare(counts, 2000)).isLessThan(27.88);
    }

    @Test
    void farBatchesCanBeAskedFor() {
        BatchOrder order = BatchOrder.of(Sampling.SHUFFLE, 3, 2, LastBatch.KEEP, 5);
        assertThat(order.batch(Long.MAX_VALUE - 1)).hasSizeBetween(1, 2);
    }

    @Test
    void aBatchLargerThanTheDataSetIsRefusedWithBothNumbers() {
        for (Sampling sampling : Sampling.values()) {
            assertThatThrownBy(() -> BatchOrder.of(sampling, 10, 11, LastBatch.KEEP, 1))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("11")
                    .hasMessageContaining("from 1 to 10");
        }
        assertThatThrownBy(() -> BatchOrder.of(Sampling.SHUFFLE, 10, 0, LastBatch.KEEP, 1))
                .isInstanceOf(ActionableException.class);
    }

    @ParameterizedTest
    @EnumSource
    void negativeBatchNumbersAreRefused(Sampling sampling) {
        BatchOrder order = BatchOrder.of(sampling, 10, 2, LastBatch.KEEP, 1);
        assertThatThrownBy(() -> order.batch(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static IntStream epoch(BatchOrder order, long epoch) {
        long first = epoch * order.batchesPerEpoch();
        return LongStream.range(first, first + order.batchesPerEpoch())
                .mapToObj(order::batch)
                .flatMapToInt(Arrays::stream);
    }

    private static double chiSquare(int[] counts, double expected) {
        return Arrays.stream(counts)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
    }
}
