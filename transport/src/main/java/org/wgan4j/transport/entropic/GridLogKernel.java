package org.wgan4j.transport.entropic;

import java.util.List;
import org.wgan4j.transport.Limits;

/**
 * The separable kernel of a cost on a grid that is a sum over the axes, such as the squared distance: it is applied one axis after the
 * other, so that a cell takes the sum of the grid's lengths and not their product (Solomon et al. 2015, section 3.4; in the log domain).
 */
final class GridLogKernel implements LogKernel {
    private final int[] shape;
    private final double[] exponents;
    private final int cells;
    private final Limits.Deadline deadline;

    /** The kernel of the p-th power of each axis's distance, summed, on a grid of unit spacing. */
    GridLogKernel(List<Integer> shape, double power, double epsilon, Limits.Deadline deadline) {
        this.deadline = deadline;
        this.shape = shape.stream().mapToInt(Integer::intValue).toArray();
        int longest = 1;
        int product = 1;
        for (int length : this.shape) {
            longest = Math.max(longest, length);
            product *= length;
        }
        this.cells = product;
        this.exponents = new double[2 * longest - 1];
        for (int k = 0; k < exponents.length; k++) {
            exponents[k] = -Math.min(Math.pow(Math.abs(k - (longest - 1)), power) / epsilon, MOST);
        }
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public double[] apply(double[] values) {
        double[] current = values;
        int stride = cells;
        for (int length : shape) {
            stride /= length;
            current = along(current, length, stride);
        }
        return current;
    }

    private double[] along(double[] values, int length, int stride) {
        double[] result = new double[cells];
        int middle = exponents.length / 2;
        RowBlocks lines = RowBlocks.of(cells / length, length * length);
        lines.forEach(block -> {
            double[] line = new double[length];
            double[] terms = new double[length];
            for (int k = lines.start(block); k < lines.start(block + 1); k++) {
                deadline.check((long) SinkhornHalfStep.EXPONENTIAL * length * length);
                int start = k / stride * stride * length + k % stride;
                for (int y = 0; y < length; y++) {
                    line[y] = values[start + y * stride];
                }
                for (int x = 0; x < length; x++) {
                    for (int y = 0; y < length; y++) {
                        terms[y] = line[y] + exponents[middle - x + y];
                    }
                    result[start + x * stride] = LogKernel.logSum(terms, length);
                }
            }
        });
        return result;
    }
}
