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
 * The part of a problem that has mass: points without any take no part in a plan, and get their potentials afterwards.
 *
 * @param sources the numbers of the sources with mass, ascending
 * @param targets the numbers of the targets with mass, ascending
 * @param costs the costs between those
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
public record PositiveMasses(int[] sources, int[] targets, CostRows costs) {
    public static PositiveMasses of(Problem problem) {
        int[] sources = withMass(problem.source());
        int[] targets = withMass(problem.target());
        CostRows costs = problem.costs();
        boolean whole = sources.length == costs.sources() && targets.length == costs.targets();
        return new PositiveMasses(sources, targets, whole ? costs : costs.select(sources, targets));
    }

    /** What each of these points sends, sources first; that of targets is below 0. */
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
     * Potentials of all points from those of the support: the c-transform, first at the sources without mass, then at the targets without
     * mass, which keeps every pair feasible and leaves the value as it is.
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
