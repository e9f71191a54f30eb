package org.wgan4j.report.html;

import java.util.Locale;

/** Number formats of the HTML pages; locale-independent, safe for use by several threads. */
public final class NumberFormats {
    private NumberFormats() {}

    /** A count with separated thousands: {@code 60,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A measured value to about four digits. */
    public static String value(double number) {
        double size = Math.abs(number);
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (size >= 1e7 || (size > 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%.2e", number);
        }
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /** A number of epochs: {@code 2.5}, {@code 10}. */
    static String epochs(double number) {
        String text = String.format(Locale.ROOT, number < 10 ? "%,.2f" : "%,.1f", number);
        return text.replaceFirst("\\.0+$", "");
    }

    /** A time: {@code 4.2 s}, {@code 3 min 12 s}, {@code 5 h 07 min}. */
    public static String time(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return whole < 3600
                ? whole / 60 + " min " + String.format(Locale.ROOT, "%02d s", whole % 60)
                : NumberFormats.count(whole / 3600) + " h " + String.format(Locale.ROOT, "%02d min", whole / 60 % 60);
    }
}
