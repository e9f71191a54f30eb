package org.wgan4j.app.cli.input;

/** The text of a number with all its digits, without a needless decimal point. Safe for use by several threads. */
public final class Numeral {
    private Numeral() {}

    /** Whole numbers without a point, others as Java prints them. */
    public static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
