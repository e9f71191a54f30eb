package org.wgan4j.transport.approximate;

import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.UnequalMassException;

/**
 * The transport cost under {@code |x - y|^p} between two measures whose points are projected to a line.
 *
 * <p>The monotone plan is optimal for every p of at least 1 (Santambrogio 2015, Theorem 2.9): sort both and merge. The
 * masses are read once, the positions are arguments. For use by one thread at a time, because it keeps its buffers.
 */
final class LineCost {
    private final BalancedMasses masses;
    private final double power;
    private final RadixSort sourceSort = new RadixSort();
    private final RadixSort targetSort = new RadixSort();

    LineCost(BalancedMasses masses, double power) {
        this.masses = masses;
        this.power = power;
    }

    /**
     * The masses of both sides normalised to sum 1. Immutable, and safe for use by several threads.
     *
     * @param uniform whether all masses of a side are equal, on both sides
     * @param total the total mass
     */
    record BalancedMasses(Shares source, Shares target, boolean uniform, double total) {
        /** Checks that the masses balance. */
        static BalancedMasses of(Measure source, Measure target) {
            double total = source.totalMass();
            double targetTotal = target.totalMass();
            if (Math.abs(total - targetTotal) > Problem.MASS_TOLERANCE * Math.max(total, targetTotal)) {
                throw new UnequalMassException(total, targetTotal);
            }
            Shares from = new Shares(source.normalized().masses());
            Shares to = new Shares(target.normalized().masses());
            return new BalancedMasses(from, to, from.isUniform() && to.isUniform(), total);
        }
    }

    /** Masses that sum to 1. */
    static final class Shares {
        private final double[] values;

        Shares(double[] values) {
            this.values = values;
        }

        double of(int point) {
            return values[point];
        }

        boolean isUniform() {
            for (double value : values) {
                if (value != values[0]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The cost, W_p^p where the masses sum to 1; both arrays are sorted in place. */
    double between(double[] source, double[] target) {
        if (masses.uniform) {
            sourceSort.sort(source);
            targetSort.sort(target);
            double mean = ofUniform(source, target);
            return masses.total
                    * checked(mean, mean < Double.MIN_NORMAL && withPower(1).ofUniform(source, target) > 0);
        }
        int[] sourceOrder = sourceSort.sortWithOrder(source);
        int[] targetOrder = targetSort.sortWithOrder(target);
        double mean = ofMasses(source, sourceOrder, target, targetOrder);
        boolean vanishes =
                mean < Double.MIN_NORMAL && withPower(1).ofMasses(source, sourceOrder, target, targetOrder) > 0;
        return masses.total * checked(mean, vanishes);
    }

    private LineCost withPower(double other) {
        return new LineCost(masses, other);
    }

    private double ofUniform(double[] source, double[] target) {
        return source.length == target.length ? paired(source, target) / source.length : unequalCounts(source, target);
    }

    /** Checks that the mean neither overflows nor underflows. */
    private double checked(double mean, boolean vanishes) {
        if (!(mean < Double.POSITIVE_INFINITY)) {
            throw new InvalidParameterException("the cost along a direction is " + mean
                    + ", and it must be finite; scale the coordinates down or lower the power");
        }
        if (vanishes && power != 1) {
            throw new InvalidParameterException("the cost along a direction is less than a double holds, though mass"
                    + " moves; scale the coordinates up or lower the power of " + power);
        }
        return mean;
    }

    /** The sum over pairs of equal rank. */
    private double paired(double[] x, double[] y) {
        double sum = 0;
        if (power == 1) {
            for (int i = 0; i < x.length; i++) {
                sum += Math.abs(x[i] - y[i]);
            }
        } else if (power == 2) {
            for (int i = 0; i < x.length; i++) {
                double step = x[i] - y[i];
                sum += step * step;
            }
        } else {
            for (int i = 0; i < x.length; i++) {
                sum += ground(x[i], y[i]);
            }
        }
        return sum;
    }

    /** Points of equal mass, but not the same number: the levels of both are counted exactly, in steps of 1 / (n m). */
    private double unequalCounts(double[] x, double[] y) {
        long n = x.length;
        long m = y.length;
        long level = 0;
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            long sourceLevel = (i + 1) * m;
            long targetLevel = (j + 1) * n;
            long next = Math.min(sourceLevel, targetLevel);
            sum += (next - level) * ground(x[i], y[j]);
            level = next;
            if (sourceLevel == next) {
                i++;
            }
            if (targetLevel == next) {
                j++;
            }
        }
        return sum / n / m;
    }

    private double ofMasses(double[] x, int[] sourceOrder, double[] y, int[] targetOrder) {
        int i = 0;
        int j = 0;
        double supply = masses.source.of(sourceOrder[0]);
        double demand = masses.target.of(targetOrder[0]);
        double sum = 0;
        while (true) {
            double moved = Math.min(supply, demand);
            if (moved > 0) {
                sum += moved * ground(x[i], y[j]);
            }
            supply -= moved;
            demand -= moved;
            if (supply == 0) {
                if (++i == x.length) {
                    return sum; // the remaining demand is a rounding error
                }
                supply = masses.source.of(sourceOrder[i]);
            } else {
                if (++j == y.length) {
                    return sum;
                }
                demand = masses.target.of(targetOrder[j]);
            }
        }
    }

    private double ground(double x, double y) {
        double step = Math.abs(x - y);
        return power == 1 ? step : power == 2 ? step * step : Math.pow(step, power);
    }
}
