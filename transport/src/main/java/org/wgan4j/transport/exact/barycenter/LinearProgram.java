package org.wgan4j.transport.exact.barycenter;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;

/**
 * A small linear program, {@code min <c, x>} over {@code A x = b, x >= 0}, solved by the revised primal simplex method with an explicit inverse of
 * the basis (Chvatal 1983, chapter 7).
 *
 * <p>Degenerate vertices could make it cycle, so the right-hand side is perturbed symbolically by an infinitesimal random vector, which decides
 * ties of the ratio test (Charnes 1952).
 */
final class LinearProgram {
    private static final double PIVOT = 1e-9;

    /** The rounding error of a reduced cost, relative to the sum of its absolute terms. */
    private static final double OPTIMAL = 1e-12;

    private static final double TIE = 1e-14;

    /** Some pivots a row are usual; after so many, rounding errors make it cycle. */
    private static final long MOST_PIVOTS_OF_ROW = 1000;

    private static final int PIVOTS_PER_INVERSION = 400;

    private final int[][] rowsOf;
    private final double[][] valuesOf;
    private final double[] costs;
    private final double[] rightSide;
    private final int[] basis;
    private final double[][] inverse;
    private final double[] perturbedSide;
    private double[] x;
    private double[] perturbation;
    private double[] duals;
    private long pivots;

    /**
     * A program and a basis to start from, whose solution must not be negative.
     *
     * @param rowsOf the rows of the nonzero entries of each column
     * @param valuesOf these entries
     */
    LinearProgram(
            int[][] rowsOf,
            double[][] valuesOf,
            double[] costs,
            double[] rightSide,
            int[] basis,
            Limits.Deadline deadline) {
        this.rowsOf = rowsOf;
        this.valuesOf = valuesOf;
        this.costs = costs;
        this.rightSide = rightSide;
        this.basis = basis.clone();
        int rows = rightSide.length;
        this.inverse = new double[rows][rows];
        this.x = new double[rows];
        this.perturbation = new double[rows];
        this.duals = new double[rows];
        this.perturbedSide = startingPerturbation();
        invert(deadline);
    }

    /** A perturbation that gives every variable of the first basis a random positive value. */
    private double[] startingPerturbation() {
        SplittableRandom random = new SplittableRandom(1);
        double[] side = new double[rightSide.length];
        for (int column : basis) {
            double value = 1 + random.nextDouble();
            for (int k = 0; k < rowsOf[column].length; k++) {
                side[rowsOf[column][k]] += value * valuesOf[column][k];
            }
        }
        return side;
    }

    /** Pivots until no reduced cost is negative; false if the limits stop it first. */
    boolean solve(Limits.Deadline deadline) {
        while (true) {
            int entering = entering();
            if (entering < 0) {
                return true;
            }
            if (deadline.isOver(pivots) || pivots > MOST_PIVOTS_OF_ROW * rightSide.length) {
                return false;
            }
            pivot(entering);
            pivots++;
            if (pivots % PIVOTS_PER_INVERSION == 0 && !reinvert(deadline)) {
                return false;
            }
        }
    }

    /** Recomputes the inverse; false if the limits stop it first. */
    private boolean reinvert(Limits.Deadline deadline) {
        try {
            invert(deadline);
            return true;
        } catch (LimitReachedException e) {
            return false;
        }
    }

    /** The column of the most negative reduced cost, or -1 (Dantzig's rule). */
    private int entering() {
        int best = -1;
        double least = 0;
        for (int column = 0; column < costs.length; column++) {
            double reduced = reducedCost(column);
            if (reduced < least && -reduced > OPTIMAL * size(column)) {
                least = reduced;
                best = column;
            }
        }
        return best;
    }

    /** The sum of the absolute terms of a reduced cost. */
    private double size(int column) {
        double size = Math.abs(costs[column]);
        for (int k = 0; k < rowsOf[column].length; k++) {
            size += Math.abs(duals[rowsOf[column][k]] * valuesOf[column][k]);
        }
        return size;
    }

    private double reducedCost(int column) {
        double reduced = costs[column];
        int[] rows = rowsOf[column];
        double[] values = valuesOf[column];
        for (int k = 0; k < rows.length; k++) {
            reduced -= duals[rows[k]] * values[k];
        }
        return reduced;
    }

    private void pivot(int entering) {
        double reduced = reducedCost(entering);
        double[] direction = new double[x.length];
        for (int i = 0; i < direction.length; i++) {
            for (int k = 0; k < rowsOf[entering].length; k++) {
                direction[i] += inverse[i][rowsOf[entering][k]] * valuesOf[entering][k];
            }
        }
        int leaving = leaving(direction);
        double[] row = inverse[leaving];
        double pivot = direction[leaving];
        for (int k = 0; k < row.length; k++) {
            row[k] /= pivot;
        }
        x[leaving] = Math.max(0, x[leaving]) / pivot;
        perturbation[leaving] /= pivot;
        for (int i = 0; i < direction.length; i++) {
            if (i != leaving && direction[i] != 0) {
                addMultiple(inverse[i], row, -direction[i]);
                x[i] -= direction[i] * x[leaving];
                perturbation[i] -= direction[i] * perturbation[leaving];
            }
        }
        addMultiple(duals, row, reduced);
        basis[leaving] = entering;
    }

    private static void addMultiple(double[] sum, double[] row, double factor) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += factor * row[k];
        }
    }

    /** The basic variable that first reaches 0. */
    private int leaving(double[] direction) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] > PIVOT) {
                least = Math.min(least, Math.max(0, x[i]) / direction[i]);
            }
        }
        int leaving = -1;
        double leastPerturbation = Double.POSITIVE_INFINITY;
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] > PIVOT
                    && Math.max(0, x[i]) / direction[i] <= least + TIE
                    && perturbation[i] / direction[i] < leastPerturbation) {
                leastPerturbation = perturbation[i] / direction[i];
                leaving = i;
            }
        }
        if (leaving < 0) {
            throw new IllegalStateException("the linear program has no lower bound");
        }
        return leaving;
    }

    /** Recomputes the inverse and all that depends on it, by Gauss-Jordan elimination with row exchanges. */
    private void invert(Limits.Deadline deadline) {
        int rows = rightSide.length;
        double[][] matrix = new double[rows][2 * rows];
        for (int position = 0; position < rows; position++) {
            int column = basis[position];
            for (int k = 0; k < rowsOf[column].length; k++) {
                matrix[rowsOf[column][k]][position] = valuesOf[column][k];
            }
            matrix[position][rows + position] = 1;
        }
        for (int k = 0; k < rows; k++) {
            deadline.check((long) rows * rows);
            eliminate(matrix, k);
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(matrix[i], rows, inverse[i], 0, rows);
        }
        x = times(rightSide);
        perturbation = times(perturbedSide);
        Arrays.fill(duals, 0);
        for (int i = 0; i < rows; i++) {
            addMultiple(duals, inverse[i], costs[basis[i]]);
        }
    }

    private static void eliminate(double[][] matrix, int k) {
        int best = k;
        for (int i = k + 1; i < matrix.length; i++) {
            if (Math.abs(matrix[i][k]) > Math.abs(matrix[best][k])) {
                best = i;
            }
        }
        double[] row = matrix[best];
        matrix[best] = matrix[k];
        matrix[k] = row;
        double pivot = row[k];
        for (int j = 0; j < row.length; j++) {
            row[j] /= pivot;
        }
        for (int i = 0; i < matrix.length; i++) {
            if (i != k && matrix[i][k] != 0) {
                addMultiple(matrix[i], row, -matrix[i][k]);
            }
        }
    }

    private double[] times(double[] side) {
        double[] product = new double[side.length];
        for (int i = 0; i < side.length; i++) {
            for (int k = 0; k < side.length; k++) {
                product[i] += inverse[i][k] * side[k];
            }
        }
        return product;
    }

    /** The values of all columns; rounding errors below 0 are 0. */
    double[] values() {
        double[] values = new double[costs.length];
        for (int i = 0; i < basis.length; i++) {
            values[basis[i]] = Math.max(0, x[i]);
        }
        return values;
    }

    /** The dual variable of a row. */
    double dual(int row) {
        return duals[row];
    }

    /** The number of pivots. */
    long pivots() {
        return pivots;
    }
}
