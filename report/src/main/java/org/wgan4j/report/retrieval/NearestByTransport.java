package org.wgan4j.report.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import org.wgan4j.transport.Measure;

/**
 * The k nearest candidates of a query by exact W1, with few exact solutions.
 *
 * <p>The optimal multi-step search of Seidl and Kriegel (1998), as Assent, Wenning and Seidl (2006) use it for the earth mover's distance:
 * candidates are queued by their lower bounds. The bound of the first is tightened, or if that is done already the first is solved;
 * the search ends when the bound of the first exceeds the k-th best distance. So the result is that of solving all. Equal
 * distances are in the order of the candidates' numbers.
 *
 * <p>The first few candidates are taken as a batch for all threads. Its size does not depend on the number of threads, so neither the result nor
 * the number of solved candidates does.
 */
final class NearestByTransport {
    /** Size of a batch of bounds to tighten. */
    private static final int TIGHTENED_BATCH = 128;

    /** Size of a batch to solve; at most all but one of a batch are solved in vain. */
    private static final int SOLVED_BATCH = 8;

    /** Bounds and distances are rounded: what exceeds the k-th best by less than this share may still belong before it. */
    private static final double SLACK = 1e-9;

    private record QueuedCandidate(double bound, boolean tight, int candidate) {}

    private final Measure query;
    private final IntFunction<Measure> candidates;
    private final int wanted;
    private final ToDoubleBiFunction<Measure, Measure> exact;
    private final WorkerPool workers;
    private final QueryBounds bounds;
    private final PriorityQueue<QueuedCandidate> queue = new PriorityQueue<>(
            Comparator.comparingDouble(QueuedCandidate::bound).thenComparingInt(QueuedCandidate::candidate));
    private final TreeSet<Neighbor> best =
            new TreeSet<>(Comparator.comparingDouble(Neighbor::distance).thenComparingInt(Neighbor::candidate));
    private int solved;

    /**
     * A search among so many candidates.
     *
     * @param exact the W1 distance of query and candidate under the Euclidean cost; called from several threads
     */
    NearestByTransport(
            Measure query,
            IntFunction<Measure> candidates,
            int wanted,
            ToDoubleBiFunction<Measure, Measure> exact,
            WorkerPool workers) {
        this.query = query;
        this.candidates = candidates;
        this.wanted = wanted;
        this.exact = exact;
        this.workers = workers;
        this.bounds = new QueryBounds(query);
    }

    /** The nearest of the candidates 0 to {@code count - 1}, nearest first: as many as are wanted, or all. */
    List<Neighbor> among(int count) {
        double[] coarse = new double[count];
        workers.each(count, i -> coarse[i] = bounds.coarse(candidates.apply(i)));
        for (int i = 0; i < count; i++) {
            queue.add(new QueuedCandidate(coarse[i], false, i));
        }
        while (mayBelong(queue.peek())) {
            if (queue.peek().tight()) {
                solve(first(true, SOLVED_BATCH));
            } else {
                tighten(first(false, TIGHTENED_BATCH));
            }
        }
        return List.copyOf(best);
    }

    /** How many were solved exactly. */
    int solved() {
        return solved;
    }

    private boolean mayBelong(QueuedCandidate queued) {
        if (queued == null || best.size() < wanted) {
            return queued != null;
        }
        double worst = best.last().distance();
        return queued.bound() <= worst + SLACK * Math.max(1, worst);
    }

    /** Removes the first candidates that are in the same state and may belong to the nearest. */
    private List<QueuedCandidate> first(boolean tight, int most) {
        List<QueuedCandidate> first = new ArrayList<>();
        while (first.size() < most && mayBelong(queue.peek()) && queue.peek().tight() == tight) {
            first.add(queue.poll());
        }
        return first;
    }

    private void tighten(List<QueuedCandidate> batch) {
        double[] tight = new double[batch.size()];
        workers.each(tight.length, i -> {
            QueuedCandidate queued = batch.get(i);
            tight[i] = Math.max(queued.bound(), bounds.tight(candidates.apply(queued.candidate())));
        });
        for (int i = 0; i < tight.length; i++) {
            queue.add(new QueuedCandidate(tight[i], true, batch.get(i).candidate()));
        }
    }

    private void solve(List<QueuedCandidate> batch) {
        double[] distances = new double[batch.size()];
        workers.each(
                distances.length,
                i -> distances[i] =
                        exact.applyAsDouble(query, candidates.apply(batch.get(i).candidate())));
        solved += distances.length;
        for (int i = 0; i < distances.length; i++) {
            best.add(new Neighbor(
                    batch.get(i).candidate(), distances[i], batch.get(i).bound()));
            if (best.size() > wanted) {
                best.pollLast();
            }
        }
    }
}
