package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The masses of a problem as whole numbers without any rounding, and perturbed so that no part of them balances (Orden 1956).
 *
 * <p>Masses that are whole multiples of one unit up to rounding, such as equal shares and normalised counts, are those multiples, so that
 * a third and three ninths agree. Others are what their bits say, and the largest target makes up for what they lack to balance.
 */
final class ExactSupplies {
    /** Multiples of up to so many units are recognised: more would be found in numbers that are none. */
    private static final double MOST_UNITS = 0x1p32;

    /** How far from a multiple rounding can put a mass, relatively. */
    private static final double ROUNDING = 0x1p-48;

    private final BigInteger[] amounts;
    private final int sources;
    private final DyadicUnit unit;
    private final double factor;

    private ExactSupplies(BigInteger[] amounts, int sources, DyadicUnit unit, double factor) {
        this.amounts = amounts;
        this.sources = sources;
        this.unit = unit;
        this.factor = factor;
    }

    /**
     * Supplies of nodes.
     *
     * @param masses what each node sends; that of targets, which come last, is below 0
     */
    static ExactSupplies of(double[] masses, int sources) {
        double unit = commonUnit(masses);
        if (unit > 0) {
            BigInteger[] multiples = Arrays.stream(masses)
                    .mapToObj(mass -> BigInteger.valueOf(Math.round(mass / unit)))
                    .toArray(BigInteger[]::new);
            if (sum(multiples).signum() == 0) {
                return new ExactSupplies(multiples, sources, new DyadicUnit(0), unit);
            }
        }
        int lowest = Arrays.stream(masses).mapToInt(DyadicUnit::lowestBit).min().orElse(0);
        DyadicUnit dyadic = DyadicUnit.ofLowestBit(lowest);
        BigInteger[] amounts = Arrays.stream(masses).mapToObj(dyadic::count).toArray(BigInteger[]::new);
        int largest = sources;
        for (int x = sources; x < amounts.length; x++) {
            largest = amounts[x].compareTo(amounts[largest]) < 0 ? x : largest;
        }
        amounts[largest] = amounts[largest].subtract(sum(amounts));
        return new ExactSupplies(amounts, sources, dyadic, 1);
    }

    private static BigInteger sum(BigInteger[] numbers) {
        return Arrays.stream(numbers).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The number of which all masses are whole multiples up to rounding, by Euclid's algorithm; 0 if there is none that is not tiny. */
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
        // The rounding of many divisions is gone in what the largest mass says.
        double unit = most / Math.rint(most / divisor);
        for (double mass : masses) {
            if (Math.abs(mass - Math.rint(mass / unit) * unit) > ROUNDING * Math.abs(mass)) {
                return 0;
            }
        }
        return unit;
    }

    /** The masses as they are. */
    BigInteger[] plain() {
        return amounts.clone();
    }

    /** The masses times a power of two, and one more for every source, which the last target takes: no part of them balances. */
    BigInteger[] perturbed() {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(sources);
        BigInteger[] perturbed = new BigInteger[amounts.length];
        for (int x = 0; x < perturbed.length; x++) {
            BigInteger amount = amounts[x].shiftLeft(bits);
            perturbed[x] = x < sources ? amount.add(BigInteger.ONE) : amount;
        }
        int last = perturbed.length - 1;
        perturbed[last] = perturbed[last].subtract(BigInteger.valueOf(sources));
        return perturbed;
    }

    /** The mass of so many plain units. */
    double mass(BigInteger units) {
        return factor * unit.value(units);
    }
}
