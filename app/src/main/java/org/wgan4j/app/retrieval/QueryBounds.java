package org.wgan4j.app.retrieval;

import java.util.Arrays;
import org.wgan4j.transport.Measure;

/**
 * Cheap lower bounds of the W1 distance between one query and many candidates: points of R^d with masses that sum to 1.
 *
 * <p>The distance between the means is Rubner, Tomasi and Guibas (2000), section 4.3; each mass to its nearest point is the independent
 * minimisation of Assent, Wenning and Seidl (2006); a projection onto a line shortens every way, and there W1 is an integral.
 */
final class QueryBounds {
    private static final double HALF = Math.sqrt(0.5);
    private static final double THIRD = Math.sqrt(1.0 / 3);

    /** Unit vectors: axes, and diagonals of the faces and of the cube. */
    private static final double[][] DIRECTIONS = {
        {1, 0, 0},
        {0, 1, 0},
        {0, 0, 1},
        {HALF, HALF, 0},
        {HALF, -HALF, 0},
        {HALF, 0, HALF},
        {HALF, 0, -HALF},
        {0, HALF, HALF},
        {0, HALF, -HALF},
        {THIRD, THIRD, THIRD},
        {THIRD, THIRD, -THIRD},
        {THIRD, -THIRD, THIRD},
        {THIRD, -THIRD, -THIRD}
    };

    private final Cloud query;
    private final Line[] shadows = new Line[DIRECTIONS.length];

    QueryBounds(Measure query) {
        this.query = new Cloud(query);
        for (int k = 0; k < shadows.length; k++) {
            shadows[k] = this.query.along(DIRECTIONS[k]);
        }
    }

    /** Onto how many lines the points are projected. */
    static int directions() {
        return DIRECTIONS.length;
    }

    /** The distance of the means: in time linear in the points. */
    double coarse(Measure candidate) {
        double[] there = new Cloud(candidate).mean();
        double[] here = query.mean();
        return Math.sqrt(Cloud.squared(here[0] - there[0], here[1] - there[1], here[2] - there[2]));
    }

    /** The largest of all bounds: in time proportional to the pairs of points. */
    double tight(Measure candidate) {
        Cloud other = new Cloud(candidate);
        double bound = Math.max(coarse(candidate), Math.max(query.toNearest(other), other.toNearest(query)));
        for (int k = 0; k < shadows.length; k++) {
            bound = Math.max(bound, shadows[k].w1(other.along(DIRECTIONS[k])));
        }
        return bound;
    }

    /** Points axis by axis. */
    private static final class Cloud {
        private final double[] x;
        private final double[] y;
        private final double[] z;
        private final double[] masses;

        Cloud(Measure measure) {
            masses = measure.masses();
            x = new double[masses.length];
            y = new double[masses.length];
            z = new double[masses.length];
            for (int i = 0; i < masses.length; i++) {
                x[i] = measure.coordinate(i, 0);
                y[i] = measure.coordinate(i, 1);
                z[i] = measure.coordinate(i, 2);
            }
        }

        double[] mean() {
            double[] mean = new double[3];
            for (int i = 0; i < masses.length; i++) {
                mean[0] += masses[i] * x[i];
                mean[1] += masses[i] * y[i];
                mean[2] += masses[i] * z[i];
            }
            return mean;
        }

        /** What it costs if every mass may go to the nearest point of the other: a relaxation of the marginals there. */
        double toNearest(Cloud other) {
            double cost = 0;
            for (int i = 0; i < masses.length; i++) {
                double least = Double.POSITIVE_INFINITY;
                for (int j = 0; j < other.masses.length; j++) {
                    least = Math.min(least, squared(x[i] - other.x[j], y[i] - other.y[j], z[i] - other.z[j]));
                }
                cost += masses[i] * Math.sqrt(least);
            }
            return cost;
        }

        Line along(double[] direction) {
            double[] places = new double[masses.length];
            for (int i = 0; i < places.length; i++) {
                places[i] = direction[0] * x[i] + direction[1] * y[i] + direction[2] * z[i];
            }
            return Line.of(places, masses);
        }

        static double squared(double a, double b, double c) {
            return a * a + b * b + c * c;
        }
    }

    /** Places on a line, ascending, with their masses. */
    private static final class Line {
        private final double[] places;
        private final double[] masses;

        private Line(double[] places, double[] masses) {
            this.places = places;
            this.masses = masses;
        }

        static Line of(double[] places, double[] masses) {
            Integer[] order = new Integer[places.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (i, j) -> Double.compare(places[i], places[j]));
            double[] sorted = new double[places.length];
            double[] sortedMasses = new double[places.length];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = places[order[i]];
                sortedMasses[i] = masses[order[i]];
            }
            return new Line(sorted, sortedMasses);
        }

        /** The area between the two distribution functions. */
        double w1(Line other) {
            double area = 0;
            double height = 0;
            int i = 0;
            int j = 0;
            double last = Math.min(places[0], other.places[0]);
            while (i < places.length || j < other.places.length) {
                boolean mine = j == other.places.length || (i < places.length && places[i] <= other.places[j]);
                double place = mine ? places[i] : other.places[j];
                area += Math.abs(height) * (place - last);
                last = place;
                height += mine ? masses[i++] : -other.masses[j++];
            }
            return area;
        }
    }
}
