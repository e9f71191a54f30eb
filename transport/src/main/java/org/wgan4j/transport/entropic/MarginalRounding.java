package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Problem;

/**
 * Rounds an almost feasible plan to one with the exact masses, at a cost of at most twice the marginal error times the largest cost
 * (Altschuler, Weed and Rigollet 2017, algorithm 2).
 */
final class MarginalRounding {
    private MarginalRounding() {}

    /** Changes the matrix so that its sums are the shares of the part times the mass. */
    static void toMasses(double[][] matrix, PositiveSupport part, double mass) {
        double[] missingRows = scaleRowsDown(matrix, part.a(), mass);
        double[] missingColumns = scaleColumnsDown(matrix, part.b(), mass, missingRows);
        double missing = DotProduct.sum(missingColumns);
        if (missing > 0) {
            for (int i = 0; i < matrix.length; i++) {
                DotProduct.addMultiple(matrix[i], missingColumns, missingRows[i] / missing, missingColumns.length);
            }
        }
    }

    /** Scales every row that has too much; returns its mass. */
    private static double[] scaleRowsDown(double[][] matrix, double[] shares, double mass) {
        double[] wanted = new double[shares.length];
        for (int i = 0; i < matrix.length; i++) {
            wanted[i] = shares[i] * mass;
            double sum = DotProduct.sum(matrix[i]);
            if (sum > wanted[i]) {
                scale(matrix[i], wanted[i] / sum);
            }
        }
        return wanted;
    }

    private static void scale(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= factor;
        }
    }

    /** Scales every column that has too much; returns what columns lack, and leaves in {@code rows} what rows lack. */
    private static double[] scaleColumnsDown(double[][] matrix, double[] shares, double mass, double[] rows) {
        double[] factors = DotProduct.sum(matrix);
        for (int j = 0; j < factors.length; j++) {
            double wanted = shares[j] * mass;
            factors[j] = factors[j] > wanted ? wanted / factors[j] : 1;
        }
        double[] lacking = new double[shares.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < factors.length; j++) {
                matrix[i][j] *= factors[j];
                lacking[j] += matrix[i][j];
            }
            rows[i] = Math.max(0, rows[i] - DotProduct.sum(matrix[i]));
        }
        for (int j = 0; j < lacking.length; j++) {
            lacking[j] = Math.max(0, shares[j] * mass - lacking[j]);
        }
        return lacking;
    }

    /** The plan between all points whose positive part is this matrix. */
    static Plan plan(Problem problem, double[][] matrix, PositiveSupport part) {
        PlanBuilder plan =
                new PlanBuilder(problem.costs().sources(), problem.costs().targets());
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                plan.add(part.sources()[i], part.targets()[j], matrix[i][j]);
            }
        }
        return plan.build();
    }
}
