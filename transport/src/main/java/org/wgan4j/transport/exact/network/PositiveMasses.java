package org.wgan4j.transport.exact.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wgan4j.transport.CTransform;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;

/**
 * The restriction of a problem to the points of positive mass; the other points get potentials afterwards.
 *
 * @param sources the indices of the sources with mass, ascending
 * @param targets the indices of the targets with mass, ascending
 * @param costs the costs between them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
public record PositiveMasses(int[] sources, int[] targets, CostRows costs) {
    /** The restriction of a problem. */
    public static PositiveMasses of(Problem problem) {
        int[] sources = withMass(problem.source());
        int[] targets = withMass(problem.target());
        CostRows costs = problem.costs();
        boolean whole = sources.length == costs.sources() && targets.length == costs.targets();
        return new PositiveMasses(sources, targets, whole ? costs : costs.select(sources, targets));
    }

    /** The masses of these points, sources first; those of targets are negated. */
    public double[] masses(Problem problem) {
        double[] masses = new double[sources.length + targets.length];
        for (int x = 0; x < masses.length; x++) {
            masses[x] = x < sources.length
                    ? problem.source().mass(sources[x])
                    : -problem.target().mass(targets[x - sources.length]);
        }
        return masses;
    }

    /**
     * Extends potentials to all points by the c-transform, first to the sources without mass, then to the targets without mass, which keeps
     * every pair feasible and does not change the dual value.
     */
    public Potentials extend(CostRows all, double[] f, double[] g, Limits.Deadline deadline) {
        if (costs == all) {
            return new Potentials(f.clone(), g.clone());
        }
        double[] allG = new double[all.targets()];
        Arrays.fill(allG, Double.NEGATIVE_INFINITY);
        scatter(targets, g, allG);
        double[] allF = CTransform.toSources(all, allG, deadline);
        scatter(sources, f, allF);
        allG = CTransform.toTargets(all, allF, deadline);
        scatter(targets, g, allG);
        return new Potentials(allF, allG);
    }

    private static void scatter(int[] places, double[] values, double[] into) {
        for (int k = 0; k < places.length; k++) {
            into[places[k]] = values[k];
        }
    }

    private static int[] withMass(Measure measure) {
        return IntStream.range(0, measure.size())
                .filter(i -> measure.mass(i) > 0)
                .toArray();
    }
}
