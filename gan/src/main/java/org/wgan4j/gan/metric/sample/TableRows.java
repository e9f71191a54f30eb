package org.wgan4j.gan.metric.sample;

import java.util.Objects;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.data.SplitMix64;

/** Row indices, and rows of tables that are stored row after row. Safe for use by several threads. */
public final class TableRows {
    private TableRows() {}

    /** A copy of some rows. */
    static double[] select(double[] values, int width, int count, int[] indices) {
        double[] chosen = new double[ArraySize.of("rows", indices.length, width)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, Objects.checkIndex(indices[i], count) * width, chosen, i * width, width);
        }
        return chosen;
    }

    /** The first {@code wanted} entries of a random permutation of 0 to {@code count - 1}: a sample without replacement. */
    public static int[] draw(int count, int wanted, SplitMix64 random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        int[] drawn = new int[Objects.checkIndex(wanted, count + 1)];
        for (int i = 0; i < wanted; i++) {
            int j = i + random.below(count - i);
            drawn[i] = order[j];
            order[j] = order[i];
        }
        return drawn;
    }

    /** The numbers from {@code start} to {@code end - 1}. */
    public static int[] range(int start, int end) {
        int[] indices = new int[end - start];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = start + i;
        }
        return indices;
    }
}
