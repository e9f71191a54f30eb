package org.wgan4j.transport;

import java.util.Arrays;

/**
 * Masses of points without coordinates: entry i belongs to row i, or column i, of a cost matrix or cost function.
 *
 * <p>Instances are made by {@link Measure#masses(double...)}.
 *
 * <p>Immutable, with masses of its own copied from those given, and safe for use by several threads.
 */
public final class Masses implements Measure {
    private final double[] masses;

    Masses(double[] masses) {
        this.masses = MassCheck.checked(masses);
    }

    @Override
    public int size() {
        return masses.length;
    }

    @Override
    public double mass(int point) {
        return masses[point];
    }

    /** 0: such points have no coordinates. */
    @Override
    public int dimension() {
        return 0;
    }

    /** Always throws {@link ShapeMismatchException}: such points have no coordinates. */
    @Override
    public double coordinate(int point, int axis) {
        throw new ShapeMismatchException(
                "masses have no coordinates, so a distance between points cannot be their cost; give a cost matrix, or samples or"
                        + " a histogram");
    }

    @Override
    public Masses normalized() {
        return new Masses(MassCheck.normalized(masses));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Masses that && Arrays.equals(masses, that.masses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(masses);
    }
}
