package org.wgan4j.transport.exact;

import java.util.stream.IntStream;

/** Rows or columns by their numbers. */
final class Indices {
    private Indices() {}

    /** All numbers below a count, ascending. */
    static int[] upTo(int count) {
        return IntStream.range(0, count).toArray();
    }
}
