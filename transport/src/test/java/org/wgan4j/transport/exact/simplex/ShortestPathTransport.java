package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;
import org.wgan4j.transport.Problem;

/** The plainest exact solver, to hold others against: mass goes along shortest paths of the residual network, one after the other. */
public final class ShortestPathTransport {
    private final Problem problem;
    private final int n;
    private final int m;
    private final double[][] flow;
    private final double[] sourceRest;
    private final double[] targetRest;

    private ShortestPathTransport(Problem problem) {
        this.problem = problem;
        n = problem.source().size();
        m = problem.target().size();
        flow = new double[n][m];
        sourceRest = problem.source().masses();
        targetRest = problem.target().masses();
    }

    /** The optimal cost; masses should be small whole numbers. */
    public static double cost(Problem problem) {
        ShortestPathTransport solver = new ShortestPathTransport(problem);
        double total = problem.source().totalMass();
        while (total > 0) {
            total -= solver.augment();
        }
        double cost = 0;
        for (int i = 0; i < solver.n; i++) {
            for (int j = 0; j < solver.m; j++) {
                cost += solver.flow[i][j] * problem.costs().cost(i, j);
            }
        }
        return cost;
    }

    /** Bellman and Ford's shortest paths from all sources with mass left, to the nearest target with room. */
    private double augment() {
        double[] distance = new double[n + m];
        int[] before = new int[n + m];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        for (int i = 0; i < n; i++) {
            distance[i] = sourceRest[i] > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    double cost = problem.costs().cost(i, j);
                    if (distance[i] + cost < distance[n + j] - 1e-12) {
                        distance[n + j] = distance[i] + cost;
                        before[n + j] = i;
                        changed = true;
                    }
                    if (flow[i][j] > 0 && distance[n + j] - cost < distance[i] - 1e-12) {
                        distance[i] = distance[n + j] - cost;
                        before[i] = n + j;
                        changed = true;
                    }
                }
            }
        }
        int end = -1;
        for (int j = 0; j < m; j++) {
            if (targetRest[j] > 0 && (end < 0 || distance[n + j] < distance[end])) {
                end = n + j;
            }
        }
        return push(end, before);
    }

    private double push(int end, int[] before) {
        double amount = targetRest[end - n];
        int start = end;
        while (before[start] >= 0) {
            amount = start < n ? Math.min(amount, flow[start][before[start] - n]) : amount;
            start = before[start];
        }
        amount = Math.min(amount, sourceRest[start]);
        for (int v = end; before[v] >= 0; v = before[v]) {
            if (v < n) {
                flow[v][before[v] - n] -= amount;
            } else {
                flow[before[v]][v - n] += amount;
            }
        }
        sourceRest[start] -= amount;
        targetRest[end - n] -= amount;
        return amount;
    }
}
