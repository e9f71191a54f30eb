package org.wgan4j.app.cli.transport;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Costs that were computed in a unit of length other than 1, because a double cannot hold them in the unit 1. Safe for use by several threads. */
public final class CostNumber {
    private static final MathContext SHOWN = new MathContext(15);
    private static final MathContext COMPUTED = new MathContext(40);

    private CostNumber() {}

    /**
     * A cost in the unit 1: a double where one holds it, else a decimal number such as 1E-540; null where its exponent has more than 31 bits.
     *
     * @param cost in powers of the unit
     * @param unit a length, above 0
     * @param power the p of the ground cost, at least 1
     */
    public static @Nullable Number of(double cost, double unit, double power) {
        if (unit == 1 || cost == 0 || !Double.isFinite(cost)) {
            return cost;
        }
        double plain = cost * Math.pow(unit, power);
        double size = Math.abs(plain);
        if (size >= Double.MIN_NORMAL && size < Double.POSITIVE_INFINITY) {
            return plain;
        }
        try {
            return new BigDecimal(cost)
                    .multiply(raised(unit, power), COMPUTED)
                    .round(SHOWN)
                    .stripTrailingZeros();
        } catch (ArithmeticException beyond) {
            return null;
        }
    }

    /** The number in words. */
    public static String text(@Nullable Number number) {
        return number == null ? "beyond all numbers that can be written" : number.toString();
    }

    /** By squaring and multiplying, since {@link BigDecimal#pow} takes whole powers below 1e9 alone. */
    private static BigDecimal raised(double unit, double power) {
        BigDecimal result = new BigDecimal(Math.pow(unit, power - Math.floor(power)));
        BigDecimal square = new BigDecimal(unit);
        for (double left = Math.floor(power); left >= 1; left = Math.floor(left / 2)) {
            if (left % 2 == 1) {
                result = result.multiply(square, COMPUTED);
            }
            square = square.multiply(square, COMPUTED);
        }
        return result;
    }
}
