package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;

/**
 * A power of two of which some doubles are whole multiples, so that their sums and differences are exact.
 *
 * @param exponent of the power
 */
record DyadicUnit(int exponent) {
    private static final int SIGNIFICAND_BITS = 53;

    /** The exponent of the lowest bit of a finite number; the largest int for 0, which is a multiple of everything. */
    static int lowestBit(double value) {
        if (value == 0) {
            return Integer.MAX_VALUE;
        }
        return exponentOf(value) + Long.numberOfTrailingZeros(significandOf(value));
    }

    /** The largest unit of which 0 and numbers with this least lowest bit are multiples. */
    static DyadicUnit ofLowestBit(int bit) {
        return new DyadicUnit(bit == Integer.MAX_VALUE ? 0 : bit);
    }

    /** How many units a number is, which must be a multiple. */
    BigInteger count(double value) {
        if (value == 0) {
            return BigInteger.ZERO;
        }
        BigInteger magnitude = BigInteger.valueOf(significandOf(value)).shiftLeft(exponentOf(value) - exponent);
        return value < 0 ? magnitude.negate() : magnitude;
    }

    /** The double nearest to so many units, to two roundings at most. */
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
