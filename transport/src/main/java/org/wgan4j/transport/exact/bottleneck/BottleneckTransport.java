package org.wgan4j.transport.exact.bottleneck;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.exact.network.IntegerMasses;
import org.wgan4j.transport.exact.network.PositiveMasses;

/**
 * Transport that minimises its dearest pair, and so W_infinity, for any masses and any cost.
 *
 * <p>Mass is sent along one path after the other, each over the pairs whose dearest is cheapest (the threshold method for bottleneck
 * assignments, Burkard, Dell'Amico and Martello 2009, section 6.2). A bound rises only where all that can be reached below it is full;
 * the sources reached at the last rise are the proof. A path takes at most n m steps, and there are about n + m of them.
 *
 * <p>Masses count to 2e-15 of their sum: what adding up rounded ones leaves over forces nothing over a dear pair.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class BottleneckTransport {
    private static final int NONE = -1;

    private final Problem problem;
    private final CostRows costs;
    private final Limits.Deadline deadline;
    private final PositiveMasses support;
    private final IntegerMasses masses;
    private final int sources;
    private final int targets;
    private final long[] left;

    /** For each target, the sources that send to it and how much. */
    private final int[][] senders;

    private final long[][] sent;
    private final int[] senderCount;

    private double bound = Double.NEGATIVE_INFINITY;
    private boolean[] blocked = new boolean[0];
    private long paths;

    /** Of the present search: whether a source was reached and from which target, and for each target its best key and source. */
    private final boolean[] reached;

    private final int[] cameFrom;
    private final double[] keys;
    private final int[] through;
    private final boolean[] done;

    private BottleneckTransport(Problem problem, Limits.Deadline deadline) {
        this.problem = problem;
        this.deadline = deadline;
        this.support = PositiveMasses.of(problem);
        this.costs = support.costs();
        this.masses = IntegerMasses.of(support.masses(problem));
        this.left = masses.plain();
        this.sources = costs.sources();
        this.targets = costs.targets();
        this.senders = new int[targets][2];
        this.sent = new long[targets][2];
        this.senderCount = new int[targets];
        this.reached = new boolean[sources];
        this.cameFrom = new int[sources];
        this.keys = new double[targets];
        this.through = new int[targets];
        this.done = new boolean[targets];
    }

    /**
     * Solves a problem.
     *
     * @throws LimitReachedException if the limits come before its end; a step is a path
     * @throws org.wgan4j.transport.NoAllowedPlanException if every plan uses forbidden pairs
     */
    public static BottleneckSolution solve(Problem problem, Limits limits) {
        Limits.Deadline deadline = limits.start();
        return new BottleneckTransport(problem, deadline).solve();
    }

    private BottleneckSolution solve() {
        long rest = IntStream.range(0, sources).mapToLong(i -> left[i]).sum();
        while (!IntegerMasses.isDust(rest)) {
            if (deadline.isOver(paths)) {
                throw deadline.reached();
            }
            rest -= augment();
            paths++;
        }
        PlanBuilder plan =
                new PlanBuilder(problem.source().size(), problem.target().size());
        for (int j = 0; j < targets; j++) {
            for (int k = 0; k < senderCount[j]; k++) {
                plan.add(support.sources()[senders[j][k]], support.targets()[j], masses.mass(sent[j][k]));
            }
        }
        double power = problem.cost().power();
        return new BottleneckSolution(
                bound,
                power == 1 ? bound : problem.unit() * Math.pow(Math.max(0, bound), 1 / power),
                plan.build().checkAllowed(problem.costs()),
                IntStream.range(0, sources)
                        .filter(i -> blocked[i])
                        .mapToObj(i -> support.sources()[i])
                        .toList(),
                paths,
                deadline.elapsed());
    }

    /** Sends mass along the cheapest path from any source with mass left; how much. */
    private long augment() {
        Arrays.fill(reached, false);
        Arrays.fill(done, false);
        Arrays.fill(keys, Double.POSITIVE_INFINITY);
        double[] buffer = new double[targets];
        for (int i = 0; i < sources; i++) {
            if (left[i] > 0) {
                reach(i, NONE, buffer);
            }
        }
        while (true) {
            int target = nearest();
            if (keys[target] > bound) {
                bound = keys[target];
                blocked = reached.clone();
            }
            done[target] = true;
            if (left[sources + target] < 0) {
                return sendTo(target);
            }
            for (int k = 0; k < senderCount[target]; k++) {
                if (!reached[senders[target][k]] && sent[target][k] > 0) {
                    reach(senders[target][k], target, buffer);
                }
            }
        }
    }

    private void reach(int source, int from, double[] buffer) {
        deadline.check(targets);
        reached[source] = true;
        cameFrom[source] = from;
        double[] row = costs.row(source, buffer);
        for (int j = 0; j < targets; j++) {
            if (row[j] < keys[j] && !done[j]) {
                keys[j] = row[j];
                through[j] = source;
            }
        }
    }

    /** A target below the bound, one with room if there is one; else the one that raises the bound the least. */
    private int nearest() {
        int best = NONE;
        for (int j = 0; j < targets; j++) {
            if (done[j]) {
                continue;
            }
            if (keys[j] <= bound && left[sources + j] < 0) {
                return j;
            }
            best = best == NONE || keys[j] < keys[best] ? j : best;
        }
        return best;
    }

    private long sendTo(int end) {
        long amount = -left[sources + end];
        int target = end;
        int source = through[target];
        while (cameFrom[source] != NONE) {
            target = cameFrom[source];
            amount = Math.min(amount, sent[target][place(target, source)]);
            source = through[target];
        }
        amount = Math.min(amount, left[source]);
        left[source] -= amount;
        left[sources + end] += amount;
        target = end;
        source = through[target];
        add(target, source, amount);
        while (cameFrom[source] != NONE) {
            target = cameFrom[source];
            sent[target][place(target, source)] -= amount;
            source = through[target];
            add(target, source, amount);
        }
        return amount;
    }

    private void add(int target, int source, long amount) {
        int place = place(target, source);
        if (place == NONE) {
            place = freePlace(target);
            senders[target][place] = source;
            sent[target][place] = 0;
        }
        sent[target][place] += amount;
    }

    private int freePlace(int target) {
        for (int k = 0; k < senderCount[target]; k++) {
            if (sent[target][k] == 0) {
                return k;
            }
        }
        int count = senderCount[target]++;
        if (count == senders[target].length) {
            senders[target] = Arrays.copyOf(senders[target], 2 * count);
            sent[target] = Arrays.copyOf(sent[target], 2 * count);
        }
        return count;
    }

    private int place(int target, int source) {
        for (int k = 0; k < senderCount[target]; k++) {
            if (senders[target][k] == source) {
                return k;
            }
        }
        return NONE;
    }
}
