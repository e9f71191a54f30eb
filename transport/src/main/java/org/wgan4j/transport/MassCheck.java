package org.wgan4j.transport;

/** Validation and normalisation of the masses of a measure. */
final class MassCheck {
    private MassCheck() {}

    /** The number of entries of a matrix; an error if it is more than an array can have. */
    static int size(int rows, int columns) {
        long size = (long) rows * columns;
        if (size > Integer.MAX_VALUE - 8) {
            throw new ShapeMismatchException("there are " + rows + " rows of " + columns + " numbers, " + size
                    + " in all; a measure holds at most " + (Integer.MAX_VALUE - 8)
                    + ", so take fewer or coarser ones");
        }
        return (int) size;
    }

    /** A copy of the masses; an error unless each is finite and at least 0 and their sum is finite and above 0. */
    static double[] checked(double[] masses) {
        double[] copy = masses.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!(copy[i] >= 0) || copy[i] == Double.POSITIVE_INFINITY) {
                throw InvalidMassException.ofMass(i, copy[i]);
            }
            copy[i] += 0.0; // a negative zero becomes zero
        }
        double sum = sum(copy);
        if (sum == 0) {
            throw InvalidMassException.empty();
        }
        if (sum == Double.POSITIVE_INFINITY) {
            throw InvalidMassException.overflowing();
        }
        return copy;
    }

    /** The masses divided by their sum. */
    static double[] normalized(double[] masses) {
        double sum = sum(masses);
        double[] shares = new double[masses.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = masses[i] / sum;
        }
        return shares;
    }

    /** The sum, rounded once. */
    static double sum(double[] values) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }
}
