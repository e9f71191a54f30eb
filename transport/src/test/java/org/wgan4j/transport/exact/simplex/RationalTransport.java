package org.wgan4j.transport.exact.simplex;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.Problem;

/**
 * The plainest exact solver in exact arithmetic: mass goes along shortest paths of the residual network, one after the other, and every
 * number is a {@link BigDecimal}, so that no difference of magnitudes costs a digit.
 */
final class RationalTransport {
    private final BigDecimal[][] costs;
    private final BigDecimal[][] flow;
    private final BigDecimal[] supply;
    private final BigDecimal[] demand;

    private RationalTransport(Problem problem) {
        int n = problem.source().size();
        int m = problem.target().size();
        costs = new BigDecimal[n][m];
        flow = new BigDecimal[n][m];
        supply = Arrays.stream(problem.source().masses())
                .mapToObj(BigDecimal::new)
                .toArray(BigDecimal[]::new);
        demand = Arrays.stream(problem.target().masses())
                .mapToObj(BigDecimal::new)
                .toArray(BigDecimal[]::new);
        for (int i = 0; i < n; i++) {
            Arrays.fill(flow[i], BigDecimal.ZERO);
            for (int j = 0; j < m; j++) {
                costs[i][j] = new BigDecimal(problem.costs().cost(i, j));
            }
        }
    }

    /** The least cost of a problem whose masses balance exactly. */
    static double cost(Problem problem) {
        RationalTransport transport = new RationalTransport(problem);
        while (Arrays.stream(transport.supply).anyMatch(mass -> mass.signum() > 0)) {
            transport.augment();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < transport.costs.length; i++) {
            for (int j = 0; j < transport.demand.length; j++) {
                sum = sum.add(transport.flow[i][j].multiply(transport.costs[i][j]));
            }
        }
        return sum.doubleValue();
    }

    /** Bellman and Ford's shortest paths from all sources with mass left, to the nearest target with room. */
    private void augment() {
        int n = supply.length;
        int m = demand.length;
        @Nullable BigDecimal[] distance = new BigDecimal[n + m];
        int[] before = new int[n + m];
        Arrays.fill(before, -1);
        for (int i = 0; i < n; i++) {
            distance[i] = supply[i].signum() > 0 ? BigDecimal.ZERO : null;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    changed |= relax(distance, before, i, n + j, costs[i][j]);
                    if (flow[i][j].signum() > 0) {
                        changed |= relax(distance, before, n + j, i, costs[i][j].negate());
                    }
                }
            }
        }
        int end = -1;
        for (int j = 0; j < m; j++) {
            BigDecimal reached = distance[n + j];
            boolean nearer = reached != null && (end < 0 || reached.compareTo(distance[end]) < 0);
            end = demand[j].signum() > 0 && nearer ? n + j : end;
        }
        push(end, before);
    }

    private static boolean relax(@Nullable BigDecimal[] distance, int[] before, int from, int to, BigDecimal length) {
        BigDecimal start = distance[from];
        if (start == null) {
            return false;
        }
        BigDecimal through = start.add(length);
        BigDecimal known = distance[to];
        if (known != null && known.compareTo(through) <= 0) {
            return false;
        }
        distance[to] = through;
        before[to] = from;
        return true;
    }

    private void push(int end, int[] before) {
        int n = supply.length;
        BigDecimal amount = demand[end - n];
        int start = end;
        while (before[start] >= 0) {
            amount = start < n ? amount.min(flow[start][before[start] - n]) : amount;
            start = before[start];
        }
        amount = amount.min(supply[start]);
        for (int v = end; before[v] >= 0; v = before[v]) {
            if (v < n) {
                flow[v][before[v] - n] = flow[v][before[v] - n].subtract(amount);
            } else {
                flow[before[v]][v - n] = flow[before[v]][v - n].add(amount);
            }
        }
        supply[start] = supply[start].subtract(amount);
        demand[end - n] = demand[end - n].subtract(amount);
    }
}
