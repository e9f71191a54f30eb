package org.wgan4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.approximate.SlicedDistance;
import org.wgan4j.transport.approximate.SlicedWasserstein;
import org.wgan4j.transport.entropic.EntropicSolution;
import org.wgan4j.transport.entropic.Sinkhorn;
import org.wgan4j.transport.solver.ManyDistances;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * What the side-by-side run times: reads an instance from its folder, which is not timed, and yields the call that is.
 *
 * <p>The names are those of the kinds in {@code transport_cases.py}; what an instance holds is said in {@code transport_peers.py}.
 */
enum TimedCase {
    /** Masses and a cost matrix, or equal masses where the folder has none. */
    MATRIX {
        @Override
        Supplier<Answer> load(Path folder, double... parameters) throws IOException {
            double[][] costs = NpyDoubles.matrix(folder.resolve("costs.npy"));
            double[] a = NpyDoubles.vector(folder.resolve("a.npy"));
            double[] b = NpyDoubles.vector(folder.resolve("b.npy"));
            return () -> Answer.of(OptimalTransport.between(Measure.masses(a), Measure.masses(b))
                    .cost(Cost.matrix(costs))
                    .solve());
        }
    },
    /** Weighted points under the squared distance, no matrix. */
    POINTS {
        @Override
        Supplier<Answer> load(Path folder, double... parameters) throws IOException {
            Samples x = weighted(folder, "x.npy", "a.npy");
            Samples y = weighted(folder, "y.npy", "b.npy");
            return () -> Answer.of(
                    OptimalTransport.between(x, y).cost(Cost.SQUARED_EUCLIDEAN).solve());
        }
    },
    /** Two images under the distance of their pixels: the parameter is 1 for L1, 2 for L2, 4 for squared L2. */
    GRID {
        @Override
        Supplier<Answer> load(Path folder, double... parameters) throws IOException {
            double[][] first = NpyDoubles.matrix(folder.resolve("first.npy"));
            double[][] second = NpyDoubles.matrix(folder.resolve("second.npy"));
            Cost cost =
                    parameters[0] == 1 ? Cost.MANHATTAN : parameters[0] == 2 ? Cost.EUCLIDEAN : Cost.SQUARED_EUCLIDEAN;
            return () -> Answer.of(OptimalTransport.between(Measure.histogram(first), Measure.histogram(second))
                    .cost(cost)
                    .solve());
        }
    },
    /** Transport regularised by entropy; the parameter is the regularisation. */
    SINKHORN {
        @Override
        Supplier<Answer> load(Path folder, double... parameters) throws IOException {
            double[][] costs = NpyDoubles.matrix(folder.resolve("costs.npy"));
            double[] a = NpyDoubles.vector(folder.resolve("a.npy"));
            double[] b = NpyDoubles.vector(folder.resolve("b.npy"));
            Sinkhorn sinkhorn = Sinkhorn.of(parameters[0]).withTolerance(1e-9);
            return () ->
                    Answer.of(sinkhorn.solve(Problem.of(Measure.masses(a), Measure.masses(b), Cost.matrix(costs))));
        }
    },
    /** As {@link #MATRIX}, but many problems at once over all cores; the value is the sum of their costs. */
    MANY {
        @Override
        Supplier<Answer> load(Path folder, double... parameters) throws IOException {
            double[][][] costs = NpyDoubles.matrices(folder.resolve("costs.npy"));
            double[][] a = NpyDoubles.matrix(folder.resolve("a.npy"));
            double[][] b = NpyDoubles.matrix(folder.resolve("b.npy"));
            ManyDistances problems = ManyDistances.fromOne(
                    costs.length,
                    (one, k) -> OptimalTransport.between(Measure.masses(a[k]), Measure.masses(b[k]))
                            .cost(Cost.matrix(costs[k]))
                            .solve()
                            .cost());
            return () -> new Answer(Arrays.stream(problems.compute().row(0)).sum(), Map.of());
        }
    },
    /** Sliced W_2 of points of equal mass; the parameter is the number of directions. */
    SLICED {
        @Override
        Supplier<Answer> load(Path folder, double... parameters) throws IOException {
            Samples x = Measure.samples(NpyDoubles.matrix(folder.resolve("x.npy")));
            Samples y = Measure.samples(NpyDoubles.matrix(folder.resolve("y.npy")));
            int directions = (int) parameters[0];
            return () -> {
                SlicedDistance distance = SlicedWasserstein.between(x, y, 2, directions, SEED);
                return new Answer(distance.value(), Map.of());
            };
        }
    };

    /** What the directions of {@link #SLICED} are drawn from. */
    static final long SEED = 1;

    /** Reads an instance and yields the call to time. */
    abstract Supplier<Answer> load(Path folder, double... parameters) throws IOException;

    private static Samples weighted(Path folder, String points, String masses) throws IOException {
        return Measure.samples(NpyDoubles.matrix(folder.resolve(points)))
                .weighted(NpyDoubles.vector(folder.resolve(masses)));
    }

    /**
     * What a call found.
     *
     * @param value to be compared with the peers' value
     * @param details JSON values by name
     */
    record Answer(double value, Map<String, String> details) {
        static Answer of(Solution solution) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("solver", '"' + solution.solver() + '"');
            details.put("converged", Boolean.toString(solution.converged()));
            details.put("iterations", Long.toString(solution.iterations()));
            details.put("gap", number(solution.dualityGap()));
            details.put("violation", number(solution.certificate().violation()));
            details.put("marginal_error", number(solution.marginalError()));
            return new Answer(solution.cost(), details);
        }

        static Answer of(EntropicSolution solution) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("solver", "\"Sinkhorn\"");
            details.put("converged", Boolean.toString(solution.converged()));
            details.put("iterations", Long.toString(solution.iterations()));
            details.put("marginal_error", number(solution.marginalError()));
            return new Answer(solution.transportCost(), details);
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.17g", value);
        }
    }
}
