package org.wgan4j.transport;

import java.util.Arrays;

/**
 * The dual solution: a potential f(i) of every source and g(j) of every target with {@code f(i) + g(j) <= c(i, j)}.
 *
 * <p>Also called dual variables. Their value, the sum of f times the source's masses and g times the target's, is never more than
 * the cost of any plan (weak duality), so it certifies a plan whose cost it equals. They are unique up to a constant, at best.
 *
 * <p>Immutable, and safe for use by several threads: it takes over the arrays that its constructor is given, which nobody may change
 * afterwards, and hands out copies. Two are equal if all potentials are.
 */
public final class Potentials {
    private final double[] f;
    private final double[] g;

    /** Takes over both arrays. */
    public Potentials(double[] f, double[] g) {
        this.f = f;
        this.g = g;
    }

    /** The number of sources. */
    public int sources() {
        return f.length;
    }

    /** The number of targets. */
    public int targets() {
        return g.length;
    }

    /** The potential of a source. */
    public double f(int source) {
        return f[source];
    }

    /** The potential of a target. */
    public double g(int target) {
        return g[target];
    }

    /** A copy of the potentials of all sources. */
    public double[] f() {
        return f.clone();
    }

    /** A copy of the potentials of all targets. */
    public double[] g() {
        return g.clone();
    }

    /** The dual value {@code <f, a> + <g, b>}: a lower bound of the transport cost if these potentials are feasible. */
    public double value(Measure source, Measure target) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < f.length; i++) {
            sum.addProduct(f[i], source.mass(i));
        }
        for (int j = 0; j < g.length; j++) {
            sum.addProduct(g[j], target.mass(j));
        }
        return sum.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Potentials that && Arrays.equals(f, that.f) && Arrays.equals(g, that.g);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(f) + Arrays.hashCode(g);
    }
}
