package org.wgan4j.transport.approximate;

import java.util.Arrays;

/**
 * A radix sort of finite doubles, the least significant digit first (Knuth, The Art of Computer Programming 3, 5.2.5).
 *
 * <p>The bits of a double, with the sign inverted, have the order of the numbers. A digit is 11 bits, so there are six passes; a digit that
 * is the same in all numbers is skipped. For use by one thread at a time, because it keeps its buffers.
 */
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 6;
    private static final int RADIX = 1 << DIGIT_BITS;
    /** Below these sizes clearing the counters costs more than a plain sort. */
    private static final int FEW = 512;

    private static final int FEW_WITH_ORDER = 64;

    private final int[] counts = new int[DIGITS * RADIX];
    private long[] keys = new long[0];
    private long[] otherKeys = new long[0];
    private int[] order = new int[0];
    private int[] otherOrder = new int[0];

    /** Sorts ascending, in place. */
    void sort(double[] values) {
        int n = values.length;
        if (n < FEW) {
            Arrays.sort(values);
            return;
        }
        readKeys(values);
        countDigits(n);
        for (int digit = 0; digit < DIGITS; digit++) {
            if (startsOfDigit(digit, n)) {
                scatter(keys, otherKeys, n, digit);
                swapKeys();
            }
        }
        writeKeys(values);
    }

    /**
     * Sorts ascending, in place, equal values in their original order, and returns the permutation.
     *
     * @return the original index of each; valid until the next call
     */
    int[] sortWithOrder(double[] values) {
        int n = values.length;
        readKeys(values);
        if (order.length < n) {
            order = new int[n];
            otherOrder = new int[n];
        }
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        if (n < FEW_WITH_ORDER) {
            insert(n);
        } else {
            countDigits(n);
            for (int digit = 0; digit < DIGITS; digit++) {
                if (startsOfDigit(digit, n)) {
                    scatterWithOrder(n, digit);
                    swapKeys();
                    int[] sorted = otherOrder;
                    otherOrder = order;
                    order = sorted;
                }
            }
        }
        writeKeys(values);
        return order;
    }

    private void readKeys(double[] values) {
        if (keys.length < values.length) {
            keys = new long[values.length];
            otherKeys = new long[values.length];
        }
        for (int i = 0; i < values.length; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            keys[i] = bits ^ ((bits >> 63) | Long.MIN_VALUE);
        }
    }

    private void writeKeys(double[] values) {
        for (int i = 0; i < values.length; i++) {
            long key = keys[i];
            values[i] = Double.longBitsToDouble(key ^ ((~key >> 63) | Long.MIN_VALUE));
        }
    }

    private void swapKeys() {
        long[] sorted = otherKeys;
        otherKeys = keys;
        keys = sorted;
    }

    private void countDigits(int n) {
        Arrays.fill(counts, 0);
        int[] c = counts;
        for (int i = 0; i < n; i++) {
            long key = keys[i];
            c[(int) key & 2047]++;
            c[2048 + ((int) (key >>> 11) & 2047)]++;
            c[4096 + ((int) (key >>> 22) & 2047)]++;
            c[6144 + ((int) (key >>> 33) & 2047)]++;
            c[8192 + ((int) (key >>> 44) & 2047)]++;
            c[10240 + (int) (key >>> 55)]++;
        }
    }

    /** Turns the counts of a digit into the first place of each of its values; false if all numbers share one value of it. */
    private boolean startsOfDigit(int digit, int n) {
        int first = digit * RADIX;
        if (counts[first + digitOf(keys[0], digit)] == n) {
            return false;
        }
        int start = 0;
        for (int k = first; k < first + RADIX; k++) {
            int count = counts[k];
            counts[k] = start;
            start += count;
        }
        return true;
    }

    private static int digitOf(long key, int digit) {
        return (int) (key >>> (digit * DIGIT_BITS)) & (RADIX - 1);
    }

    private void scatter(long[] from, long[] to, int n, int digit) {
        int[] place = counts;
        int shift = digit * DIGIT_BITS;
        int first = digit * RADIX;
        for (int i = 0; i < n; i++) {
            long key = from[i];
            to[place[first + ((int) (key >>> shift) & (RADIX - 1))]++] = key;
        }
    }

    private void scatterWithOrder(int n, int digit) {
        int[] place = counts;
        int shift = digit * DIGIT_BITS;
        int first = digit * RADIX;
        for (int i = 0; i < n; i++) {
            long key = keys[i];
            int at = place[first + ((int) (key >>> shift) & (RADIX - 1))]++;
            otherKeys[at] = key;
            otherOrder[at] = order[i];
        }
    }

    private void insert(int n) {
        for (int i = 1; i < n; i++) {
            long key = keys[i];
            int at = i;
            while (at > 0 && Long.compareUnsigned(keys[at - 1], key) > 0) {
                keys[at] = keys[at - 1];
                order[at] = order[at - 1];
                at--;
            }
            keys[at] = key;
            order[at] = i;
        }
    }
}
