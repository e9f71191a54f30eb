package org.wgan4j.transport.entropic;

import java.util.SplittableRandom;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;

/** Small seeded problems. */
final class Instances {
    private Instances() {}

    static Samples cloud(int size, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[size][dimension];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = 0.1 + random.nextDouble();
            for (int k = 0; k < dimension; k++) {
                points[i][k] = random.nextDouble();
            }
        }
        return Samples.of(points).weighted(weights).normalized();
    }

    static Problem clouds(int sources, int targets, long seed, Cost cost) {
        return Problem.of(cloud(sources, 2, seed), cloud(targets, 2, seed + 1000), cost);
    }

    /** Equal masses 1 / n under random costs. */
    static Problem assignment(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] costs = new double[size][size];
        double[] masses = new double[size];
        for (int i = 0; i < size; i++) {
            masses[i] = 1.0 / size;
            for (int j = 0; j < size; j++) {
                costs[i][j] = random.nextDouble();
            }
        }
        return Problem.of(Measure.masses(masses), Measure.masses(masses), Cost.matrix(costs));
    }

    /** The least cost of all permutations, by trying every one. */
    static double bestAssignment(Problem problem) {
        int size = problem.source().size();
        return best(problem, 0, new boolean[size]) / size;
    }

    private static double best(Problem problem, int row, boolean[] taken) {
        if (row == taken.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.min(best, problem.costs().cost(row, j) + best(problem, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }
}
