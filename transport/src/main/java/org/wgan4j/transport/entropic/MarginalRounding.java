package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Problem;

/**
 * Rounds a nearly feasible plan to the exact marginals, which changes its cost by at most twice the marginal error times the largest cost
 * (Altschuler, Weed and Rigollet 2017, algorithm 2).
 */
final class MarginalRounding {
    private MarginalRounding() {}

    /** Changes a matrix in place so that its marginals are the shares times the mass. */
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

    /** Scales down every row whose sum is too large; returns the masses of the rows. */
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

    /** Scales down every column whose sum is too large; returns the deficits of the columns, and leaves those of the rows in {@code rows}. */
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

    /** The plan between all points whose entries between points with mass are this matrix. */
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
