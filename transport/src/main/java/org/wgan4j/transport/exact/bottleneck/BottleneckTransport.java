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
 * Exact transport that minimises the largest cost of a pair, and so W_infinity, for any masses and any cost.
 *
 * <p>Mass is sent along augmenting paths of least maximal cost (the threshold method for bottleneck assignments, Burkard, Dell'Amico and
 * Martello 2009, section 6.2). The threshold increases only where all targets that can be reached below it are full; the sources reached
 * at the last increase are the proof. A path takes at most n m operations, and there are about n + m of them.
 *
 * <p>Mass below 2e-15 of the total is ignored, so that rounding errors of sums do not decide the largest cost.
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

    /** For each target, the sources that send to it and their flows. */
    private final int[][] senders;

    private final long[][] sent;
    private final int[] senderCount;

    private double threshold = Double.NEGATIVE_INFINITY;
    private boolean[] blocked = new boolean[0];
    private long paths;

    /** Of the current search: the sources reached and from which target, and for each target its key and source. */
    private final boolean[] reached;

    private final int[] predecessor;
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
        this.predecessor = new int[sources];
        this.keys = new double[targets];
        this.through = new int[targets];
        this.done = new boolean[targets];
    }

    /**
     * Solves a problem; an iteration is an augmenting path.
     *
     * @throws LimitReachedException if the limits stop it
     * @throws org.wgan4j.transport.NoAllowedPlanException if every plan uses forbidden pairs
     */
    public static BottleneckSolution solve(Problem problem, Limits limits) {
        Limits.Deadline deadline = limits.start();
        return new BottleneckTransport(problem, deadline).solve();
    }

    private BottleneckSolution solve() {
        long rest = IntStream.range(0, sources).mapToLong(i -> left[i]).sum();
        while (!IntegerMasses.isRounding(rest)) {
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
                threshold,
                power == 1 ? threshold : problem.unit() * Math.pow(Math.max(0, threshold), 1 / power),
                plan.build().checkAllowed(problem.costs()),
                IntStream.range(0, sources)
                        .filter(i -> blocked[i])
                        .mapToObj(i -> support.sources()[i])
                        .toList(),
                paths,
                deadline.elapsed());
    }

    /** Sends mass along a path of least maximal cost from any source with mass left; returns the amount. */
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
            if (keys[target] > threshold) {
                threshold = keys[target];
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
        predecessor[source] = from;
        double[] row = costs.row(source, buffer);
        for (int j = 0; j < targets; j++) {
            if (row[j] < keys[j] && !done[j]) {
                keys[j] = row[j];
                through[j] = source;
            }
        }
    }

    /** A target within the threshold, one with demand left if there is one; else the one of the least key. */
    private int nearest() {
        int best = NONE;
        for (int j = 0; j < targets; j++) {
            if (done[j]) {
                continue;
            }
            if (keys[j] <= threshold && left[sources + j] < 0) {
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
        while (predecessor[source] != NONE) {
            target = predecessor[source];
            amount = Math.min(amount, sent[target][slot(target, source)]);
            source = through[target];
        }
        amount = Math.min(amount, left[source]);
        left[source] -= amount;
        left[sources + end] += amount;
        target = end;
        source = through[target];
        add(target, source, amount);
        while (predecessor[source] != NONE) {
            target = predecessor[source];
            sent[target][slot(target, source)] -= amount;
            source = through[target];
            add(target, source, amount);
        }
        return amount;
    }

    private void add(int target, int source, long amount) {
        int slot = slot(target, source);
        if (slot == NONE) {
            slot = freeSlot(target);
            senders[target][slot] = source;
            sent[target][slot] = 0;
        }
        sent[target][slot] += amount;
    }

    private int freeSlot(int target) {
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

    private int slot(int target, int source) {
        for (int k = 0; k < senderCount[target]; k++) {
            if (senders[target][k] == source) {
                return k;
            }
        }
        return NONE;
    }
}
