package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;

/**
 * A power of two of which given doubles are integer multiples, so that sums and differences of them are exact in integers.
 *
 * @param exponent the binary exponent of the unit
 */
record DyadicUnit(int exponent) {
    private static final int SIGNIFICAND_BITS = 53;

    /** The exponent of the lowest set bit of a finite number; {@link Integer#MAX_VALUE} for 0. */
    static int lowestBit(double value) {
        if (value == 0) {
            return Integer.MAX_VALUE;
        }
        return exponentOf(value) + Long.numberOfTrailingZeros(significandOf(value));
    }

    /** The largest unit of which all numbers with this or a higher lowest bit are multiples. */
    static DyadicUnit ofLowestBit(int bit) {
        return new DyadicUnit(bit == Integer.MAX_VALUE ? 0 : bit);
    }

    /** A number, which must be a multiple of the unit, in units. */
    BigInteger count(double value) {
        if (value == 0) {
            return BigInteger.ZERO;
        }
        BigInteger magnitude = BigInteger.valueOf(significandOf(value)).shiftLeft(exponentOf(value) - exponent);
        return value < 0 ? magnitude.negate() : magnitude;
    }

    /** The double nearest to a number of units, up to two roundings. */
    double value(BigInteger count) {
        int dropped = Math.max(0, count.bitLength() - SIGNIFICAND_BITS - 9);
        return Math.scalb(count.shiftRight(dropped).doubleValue(), exponent + dropped);
    }

    private static int exponentOf(double value) {
        return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - (SIGNIFICAND_BITS - 1);
    }

    private static long significandOf(double value) {
        long bits = Double.doubleToRawLongBits(value) & ((1L << (SIGNIFICAND_BITS - 1)) - 1);
        return Math.getExponent(value) < Double.MIN_EXPONENT ? bits : bits | 1L << (SIGNIFICAND_BITS - 1);
    }
}
