package org.wgan4j.transport.entropic;

/** Dot products and sums of arrays in a fixed order, so that results are reproducible. */
final class DotProduct {
    private DotProduct() {}

    /** The dot product of the first entries, in eight running sums that the processor adds in parallel. */
    static double product(double[] x, double[] y, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int k = 0;
        for (; k <= count - 8; k += 8) {
            s0 += x[k] * y[k];
            s1 += x[k + 1] * y[k + 1];
            s2 += x[k + 2] * y[k + 2];
            s3 += x[k + 3] * y[k + 3];
            s4 += x[k + 4] * y[k + 4];
            s5 += x[k + 5] * y[k + 5];
            s6 += x[k + 6] * y[k + 6];
            s7 += x[k + 7] * y[k + 7];
        }
        for (; k < count; k++) {
            s0 += x[k] * y[k];
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    /** Adds {@code factor * x} to a sum. */
    static void addMultiple(double[] sum, double[] x, double factor, int count) {
        for (int k = 0; k < count; k++) {
            sum[k] += factor * x[k];
        }
    }

    /** The sum of all rows, one after the other. */
    static double[] sum(double[][] rows) {
        double[] sum = rows[0].clone();
        for (int i = 1; i < rows.length; i++) {
            addMultiple(sum, rows[i], 1, sum.length);
        }
        return sum;
    }

    /** The sum of all numbers. */
    static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
