package org.wgan4j.report.figure.transport;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rounded numbers for labels in the figures. */
final class MassText {
    private static final MathContext FOUR = new MathContext(4);
    private static final MathContext TWO = new MathContext(2);

    private MassText() {}

    /** With four significant digits. */
    static String text(double amount) {
        return text(amount, FOUR);
    }

    /** With two significant digits, for small places; whole numbers below 10000 as they are. */
    static String brief(double amount) {
        boolean count = amount == Math.rint(amount) && amount < 10_000;
        return text(amount, count ? FOUR : TWO);
    }

    private static String text(double amount, MathContext digits) {
        if (!Double.isFinite(amount) || amount == 0) {
            return amount == 0 ? "0" : Double.toString(amount);
        }
        BigDecimal rounded = new BigDecimal(amount).round(digits).stripTrailingZeros();
        double size = Math.abs(amount);
        return (size >= 1e-3 && size < 1e6 ? rounded.toPlainString() : rounded.toString()).replace('-', '−');
    }
}
