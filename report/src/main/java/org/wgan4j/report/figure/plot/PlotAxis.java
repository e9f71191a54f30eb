package org.wgan4j.report.figure.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a plot: title, range and ticks. Immutable.
 *
 * @param title what is measured, and in which unit
 * @param low the least value shown
 * @param high the greatest value shown, above the least
 * @param ticks labelled values, ascending
 */
public record PlotAxis(String title, double low, double high, List<Tick> ticks) {
    private static final int USUAL_TICKS = 6;

    /** A labelled value. */
    public record Tick(double value, String label) {}

    /** Copies the list and checks the range. */
    public PlotAxis {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("an axis needs a finite range, not " + low + " to " + high);
        }
        ticks = List.copyOf(ticks);
    }

    /** An axis over a range, with about six ticks at round values. */
    public static PlotAxis over(String title, double low, double high) {
        return over(title, low, high, USUAL_TICKS);
    }

    /** An axis over a range, with about so many ticks at round values; equal ends are moved apart. */
    public static PlotAxis over(String title, double low, double high, int about) {
        double to = high > low ? high : low + Math.max(1, Math.abs(low));
        BigDecimal step = roundStep((to - low) / about);
        return new PlotAxis(title, low, to, ticks(low, to, step));
    }

    /**
     * A {@linkplain #logarithmic logarithmic} axis over whole powers of ten.
     *
     * @param low the least logarithm shown; rounded down
     * @param high the greatest logarithm shown; rounded up
     */
    public static PlotAxis powersOfTen(String title, double low, double high) {
        double from = Math.floor(low);
        return logarithmic(title, Math.pow(10, from), Math.pow(10, Math.max(from + 1, Math.ceil(high))));
    }

    /** An axis of bins 0, 1, ..., n - 1, each as wide as 1 with its number in the middle. */
    public static PlotAxis bins(String title, int bins) {
        BigDecimal step = bins <= 20 ? BigDecimal.ONE : roundStep(bins / 10.0).max(BigDecimal.ONE);
        return new PlotAxis(title, -0.5, bins - 0.5, ticks(-0.5, bins - 0.5, step));
    }

    /**
     * An axis of logarithms, whose ticks are powers of ten: marks on it are given as log10 of their values.
     *
     * @param low the least value shown, above 0
     * @param high the greatest value shown, above the least
     */
    public static PlotAxis logarithmic(String title, double low, double high) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int every = 1 + (last - first) / USUAL_TICKS;
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += every) {
            ticks.add(new Tick(power, powerLabel(power)));
        }
        return new PlotAxis(title, Math.log10(low), Math.log10(high), ticks);
    }

    /** Plain from 0.01 to 1000, else 10 with a superscript exponent. */
    private static String powerLabel(int power) {
        if (power >= -2 && power <= 3) {
            return label(BigDecimal.ONE.scaleByPowerOfTen(power));
        }
        StringBuilder text = new StringBuilder(power < 0 ? "10⁻" : "10");
        String.valueOf(Math.abs(power)).chars().forEach(digit -> text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return text.toString();
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below a number above 0. */
    private static BigDecimal roundStep(double least) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.doubleValue() >= least * (1 - 1e-9)) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    private static List<Tick> ticks(double low, double high, BigDecimal step) {
        double margin = (high - low) * 1e-9;
        List<Tick> ticks = new ArrayList<>();
        BigDecimal value = new BigDecimal((low - margin) / step.doubleValue())
                .setScale(0, RoundingMode.CEILING)
                .multiply(step);
        for (; value.doubleValue() <= high + margin; value = value.add(step)) {
            ticks.add(new Tick(value.doubleValue(), label(value)));
        }
        return ticks;
    }

    private static String label(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        double size = Math.abs(stripped.doubleValue());
        boolean plain = size == 0 || (size >= 1e-4 && size < 1e6);
        return (plain ? stripped.toPlainString() : stripped.toString()).replace('-', '−');
    }
}
