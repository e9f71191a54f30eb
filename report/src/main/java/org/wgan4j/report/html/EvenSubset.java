package org.wgan4j.report.html;

import java.util.List;
import java.util.stream.IntStream;

/** The choice of elements at even distances out of a long list. Thread-safe. */
public final class EvenSubset {
    private EvenSubset() {}

    /**
     * At most so many of the elements, in their order, the first and the last among them; of one, the last.
     *
     * @param most at least 1
     */
    public static <T> List<T> of(List<T> all, int most) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        if (most == 1) {
            return List.of(all.get(all.size() - 1));
        }
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) Math.round(i * (all.size() - 1.0) / (most - 1))))
                .toList();
    }
}
