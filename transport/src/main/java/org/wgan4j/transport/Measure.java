package org.wgan4j.transport;

/**
 * A discrete measure: finitely many points, each with a mass of at least 0.
 *
 * <p>There are three kinds. {@link Samples} are points, each with a weight; a {@link Histogram} is masses on a regular grid, one a cell;
 * {@link Masses} have no coordinates. The same numbers mean different things in each, so there is a factory method for each:
 *
 * <pre>{@code
 * Measure.samples(0.3, 1.7, 2.2);        // three values on the line, a third of the mass each
 * Measure.histogram(0.3, 1.7, 2.2);      // masses 0.3, 1.7 and 2.2 at the positions 0, 1 and 2
 * Measure.masses(0.3, 1.7, 2.2);         // the same masses, of points that a cost matrix describes
 * }</pre>
 *
 * <p>All kinds are immutable and safe for use by several threads; they copy what they are given and hand out copies. Two are equal if they are
 * of one kind and agree in all numbers.
 */
public sealed interface Measure permits Samples, Histogram, Masses {
    /** Values on the line, of equal mass, 1 in all. */
    static Samples samples(double... values) {
        return Samples.onLine(values);
    }

    /** Points {@code [n][dimension]}, of equal mass, 1 in all. */
    static Samples samples(double[][] points) {
        return Samples.of(points);
    }

    /** Masses at the positions 0, 1, 2, ... of a line. */
    static Histogram histogram(double... masses) {
        return Histogram.of(masses);
    }

    /** Masses {@code [height][width]} at the pixels of an image. */
    static Histogram histogram(double[][] masses) {
        return Histogram.image(masses);
    }

    /** Masses of points without coordinates, for a cost matrix or cost function. */
    static Masses masses(double... masses) {
        return new Masses(masses);
    }

    /** The number of points, at least 1. */
    int size();

    /** The mass of a point, at least 0. */
    double mass(int point);

    /** The number of coordinates of a point; 0 where points have none. */
    int dimension();

    /** A coordinate of a point. */
    double coordinate(int point, int axis);

    /** The same points with masses that sum to 1. */
    Measure normalized();

    /** A copy of all masses. */
    default double[] masses() {
        double[] masses = new double[size()];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = mass(i);
        }
        return masses;
    }

    /** The sum of all masses, above 0. */
    default double totalMass() {
        return MassCheck.sum(masses());
    }
}
