package org.wgan4j.transport;

/**
 * A sum in about twice the precision of a double, which carries its rounding errors along (Neumaier 1974; with products Ogita, Rump and
 * Oishi 2005, algorithm 5.3).
 *
 * <p>For use by one thread at a time.
 */
public final class CompensatedSum {
    private double sum;
    private double lost;

    /** A sum of nothing: 0. */
    public CompensatedSum() {}

    /** Adds a number. */
    public void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /** Adds a product, which is not rounded either. */
    public void addProduct(double x, double y) {
        double product = x * y;
        add(product);
        lost += Math.fma(x, y, -product);
    }

    /** The sum, rounded once. */
    public double value() {
        return Double.isFinite(lost) ? sum + lost : sum;
    }

    /** What the rounding of {@link #value} leaves out. */
    public double remainder() {
        return Double.isFinite(lost) ? (sum - value()) + lost : 0;
    }
}
