package org.wgan4j.gan.network.layer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one sample, without the batch dimension: {@code [100]}, {@code [1, 28, 28]}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param sizes each at least 1
 */
public record Shape(List<Long> sizes) {
    public Shape {
        sizes = List.copyOf(sizes);
        if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("a shape has sizes of at least 1, found " + sizes);
        }
    }

    /** The shape of the given sizes. */
    public static Shape of(long... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** How many dimensions there are. */
    public int rank() {
        return sizes.size();
    }

    /** The size of dimension d. */
    public long size(int d) {
        return sizes.get(d);
    }

    /** How many numbers one sample holds. */
    public long elements() {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }

    /** The sizes with the batch size in front, for libtorch. */
    public long[] batched(long n) {
        long[] batched = new long[rank() + 1];
        batched[0] = n;
        for (int d = 0; d < rank(); d++) {
            batched[d + 1] = size(d);
        }
        return batched;
    }

    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
