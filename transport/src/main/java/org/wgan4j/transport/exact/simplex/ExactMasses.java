package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The masses of a problem as exact integers, plain and perturbed so that no subset of them balances (Orden 1956).
 *
 * <p>Masses that are integer multiples of one unit up to rounding, such as equal shares and normalised counts, become these multiples, so
 * that a third equals three ninths. Others are taken bit by bit, and the largest target takes the difference if they do not balance.
 */
final class ExactMasses {
    /** The largest multiple that is recognised; larger ones would be found in arbitrary numbers. */
    private static final double MOST_UNITS = 0x1p32;

    /** The largest relative difference of a mass from a multiple by rounding. */
    private static final double ROUNDING = 0x1p-48;

    private final BigInteger[] units;
    private final int sources;
    private final DyadicUnit unit;
    private final double factor;

    private ExactMasses(BigInteger[] units, int sources, DyadicUnit unit, double factor) {
        this.units = units;
        this.sources = sources;
        this.unit = unit;
        this.factor = factor;
    }

    /**
     * The exact masses of nodes.
     *
     * @param masses the supply of each node, sources first; that of targets is negative
     */
    static ExactMasses of(double[] masses, int sources) {
        double unit = commonUnit(masses);
        if (unit > 0) {
            BigInteger[] multiples = Arrays.stream(masses)
                    .mapToObj(mass -> BigInteger.valueOf(Math.round(mass / unit)))
                    .toArray(BigInteger[]::new);
            if (sum(multiples).signum() == 0) {
                return new ExactMasses(multiples, sources, new DyadicUnit(0), unit);
            }
        }
        int lowest = Arrays.stream(masses).mapToInt(DyadicUnit::lowestBit).min().orElse(0);
        DyadicUnit dyadic = DyadicUnit.ofLowestBit(lowest);
        BigInteger[] units = Arrays.stream(masses).mapToObj(dyadic::count).toArray(BigInteger[]::new);
        int largest = sources;
        for (int x = sources; x < units.length; x++) {
            largest = units[x].compareTo(units[largest]) < 0 ? x : largest;
        }
        units[largest] = units[largest].subtract(sum(units));
        return new ExactMasses(units, sources, dyadic, 1);
    }

    private static BigInteger sum(BigInteger[] numbers) {
        return Arrays.stream(numbers).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The number of which all masses are integer multiples up to rounding, by Euclid's algorithm; 0 if there is none. */
    private static double commonUnit(double[] masses) {
        double most = Arrays.stream(masses).map(Math::abs).max().orElse(0);
        double divisor = most;
        for (double mass : masses) {
            double rest = Math.abs(mass);
            while (rest > most / MOST_UNITS) {
                double next = Math.abs(Math.IEEEremainder(divisor, rest));
                divisor = rest;
                rest = next;
            }
        }
        // Rounding to a divisor of the largest mass removes the rounding errors of the divisions.
        double unit = most / Math.rint(most / divisor);
        for (double mass : masses) {
            if (Math.abs(mass - Math.rint(mass / unit) * unit) > ROUNDING * Math.abs(mass)) {
                return 0;
            }
        }
        return unit;
    }

    /** The plain masses. */
    BigInteger[] plain() {
        return units.clone();
    }

    /** The masses times a power of two, plus one for every source, which the last target takes: no subset balances. */
    BigInteger[] perturbed() {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(sources);
        BigInteger[] perturbed = new BigInteger[units.length];
        for (int x = 0; x < perturbed.length; x++) {
            BigInteger amount = units[x].shiftLeft(bits);
            perturbed[x] = x < sources ? amount.add(BigInteger.ONE) : amount;
        }
        int last = perturbed.length - 1;
        perturbed[last] = perturbed[last].subtract(BigInteger.valueOf(sources));
        return perturbed;
    }

    /** The mass of a number of plain units. */
    double mass(BigInteger units) {
        return factor * unit.value(units);
    }
}
