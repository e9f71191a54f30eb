package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.Solution;

/**
 * Exact transport under a metric between measures on the same points, by the network simplex on the points whose masses differ; the
 * fastest solver where these are few.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class ResidualTransport {
    private ResidualTransport() {}

    /** Whether a residual problem is not empty and its masses balance. */
    public static boolean accepts(ResidualProblem rest) {
        double sent = 0;
        double taken = 0;
        for (double mass : rest.masses()) {
            sent += Math.max(0, mass);
            taken += Math.max(0, -mass);
        }
        return !rest.isEmpty() && Math.abs(sent - taken) < Problem.MASS_TOLERANCE / 2 * sent;
    }

    /** Solves a problem whose points have coordinates and whose residual is accepted. */
    public static Solution solve(Problem problem, ResidualProblem rest, Limits.Deadline deadline) {
        int n = rest.sources().length;
        Problem small = Problem.of(
                points(problem.source(), rest.sources(), Arrays.copyOf(rest.masses(), n)),
                points(problem.target(), rest.targets(), Arrays.copyOfRange(rest.masses(), n, rest.masses().length)),
                problem.cost());
        Solution solution = NetworkSimplex.solve(small, deadline);
        PlanBuilder builder = rest.planOfCommon(problem);
        Plan moved = solution.plan();
        for (int k = 0; k < moved.size(); k++) {
            builder.add(rest.sources()[moved.source(k)], rest.targets()[moved.target(k)], moved.mass(k));
        }
        Plan plan = builder.build();
        Potentials potentials =
                rest.symmetricPotentials(problem.costs(), solution.potentials().g(), deadline);
        return Solution.certified(
                solution.solver(), problem, plan, potentials, solution.iterations(), solution.converged(), deadline);
    }

    private static Samples points(Measure measure, int[] places, double[] masses) {
        double[][] points = Arrays.stream(places)
                .mapToObj(place -> IntStream.range(0, measure.dimension())
                        .mapToDouble(axis -> measure.coordinate(place, axis))
                        .toArray())
                .toArray(double[][]::new);
        return Samples.of(points).weighted(Arrays.stream(masses).map(Math::abs).toArray());
    }
}
