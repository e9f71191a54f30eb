package org.wgan4j.transport.entropic;

/**
 * The exponential function of arrays, several times as fast as {@code Math.exp} and accurate to 1e-15.
 *
 * <p>{@code e^x = 2^k e^r} with {@code x = k log 2 + r}, k an integer, and the Taylor series of {@code e^r}. The series is in a loop of its own,
 * which the compiler vectorises; the multiplication by {@code 2^k} is not vectorised.
 */
final class Exponential {
    /** Arguments are clamped to this from below: e^-300 is about 5e-131, negligible beside 1 and far from slow subnormal numbers. */
    static final double LEAST_ARGUMENT = -300;

    private static final double LOG2_E = 1 / Math.log(2);

    /** log 2 in two parts, the first with few enough digits that its product with k is exact. */
    private static final double LOG_2_HIGH = 0x1.62e42feep-1;

    private static final double LOG_2_LOW = 0x1.a39ef35793c76p-33;

    /** Adding and subtracting this rounds a number to an integer. */
    private static final double ROUNDER = 0x1.8p52;

    private Exponential() {}

    /** Overwrites the first {@code count} numbers, each at most 0 (minus infinity is allowed), by their exponentials. */
    static void overwrite(double[] x, int count) {
        double[] shifted = new double[count];
        reduce(x, shifted, count);
        for (int i = 0; i < count; i++) {
            long k = Double.doubleToRawLongBits(shifted[i]); // its last bits are those of k
            x[i] *= Double.longBitsToDouble((k + 1023) << 52);
        }
    }

    /** Leaves e^r in place of x, and k, shifted by the rounder, beside it. */
    private static void reduce(double[] x, double[] shifted, int count) {
        for (int i = 0; i < count; i++) {
            double value = Math.max(x[i], LEAST_ARGUMENT);
            double above = value * LOG2_E + ROUNDER;
            double k = above - ROUNDER;
            double r = (value - k * LOG_2_HIGH) - k * LOG_2_LOW;
            double series = 1.0 / 6227020800.0;
            series = series * r + 1.0 / 479001600;
            series = series * r + 1.0 / 39916800;
            series = series * r + 1.0 / 3628800;
            series = series * r + 1.0 / 362880;
            series = series * r + 1.0 / 40320;
            series = series * r + 1.0 / 5040;
            series = series * r + 1.0 / 720;
            series = series * r + 1.0 / 120;
            series = series * r + 1.0 / 24;
            series = series * r + 1.0 / 6;
            series = series * r + 1.0 / 2;
            series = series * r + 1;
            x[i] = series * r + 1;
            shifted[i] = above;
        }
    }
}
