package org.wgan4j.transport.entropic;

import java.util.Optional;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Problem;

/**
 * Sinkhorn's algorithm for transport regularised by entropy (Cuturi 2013), stabilised in the log domain (Peyre and Cuturi 2019, section 4.4).
 *
 * <pre>{@code
 * EntropicSolution s = Sinkhorn.of(0.01).solve(Problem.of(source, target, Cost.EUCLIDEAN));
 * }</pre>
 *
 * <p>It uses epsilon scaling from a large regularisation down to the given one (Schmitzer 2019), stores the kernel if there is enough memory,
 * and over-relaxes its steps near the solution. None of this changes the solution, which is unique.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param regularization the weight of the entropy, epsilon, in the units of the cost and not relative to anything; finite and above 0
 * @param tolerance the L1 marginal error of both measures at which it stops, as a share of the total mass; above 0
 * @param iterations the maximal number of iterations, each an update of both potentials; at least 0
 */
public record Sinkhorn(double regularization, double tolerance, long iterations) {
    /** The default tolerance. */
    public static final double TOLERANCE = 1e-9;

    /** The default maximal number of iterations. */
    public static final long ITERATIONS = 100_000;

    /** A guess with at most this error replaces the epsilon scaling. */
    private static final double NEAR = 0.05;

    private static final double SHARE_OF_MEMORY = 0.5;

    /** Checks all three. */
    public Sinkhorn {
        checkRegularization(regularization);
        checkTolerance(tolerance);
        if (iterations < 0) {
            throw new InvalidParameterException("the iterations are " + iterations + "; they must be at least 0");
        }
    }

    /** Settings with a regularisation and the default tolerance and iterations. */
    public static Sinkhorn of(double regularization) {
        return new Sinkhorn(regularization, TOLERANCE, ITERATIONS);
    }

    /** The same settings with another tolerance. */
    public Sinkhorn withTolerance(double newTolerance) {
        return new Sinkhorn(regularization, newTolerance, iterations);
    }

    /** The same settings with another maximal number of iterations. */
    public Sinkhorn withIterations(long newIterations) {
        return new Sinkhorn(regularization, tolerance, newIterations);
    }

    /** Solves a problem without limits of time. */
    public EntropicSolution solve(Problem problem) {
        return solve(problem, Limits.NONE);
    }

    /** Solves a problem within limits; the solution says whether it reached the tolerance. */
    public EntropicSolution solve(Problem problem, Limits limits) {
        return solve(problem, limits, Optional.empty());
    }

    /** The same with a guess of the potentials of the targets with mass, which replaces the epsilon scaling if it is close. */
    EntropicSolution solve(Problem problem, Limits limits, Optional<double[]> guess) {
        return solve(problem, limits.start(), guess);
    }

    EntropicSolution solve(Problem problem, Limits.Deadline deadline, Optional<double[]> guess) {
        if (problem.unit() != 1) {
            throw new InvalidParameterException("the costs count a length of " + problem.unit()
                    + " as 1, because a double cannot hold them, and a regularisation is in the units of the cost; scale"
                    + " the coordinates or take another power");
        }
        PositiveSupport part = PositiveSupport.of(problem.source(), problem.target(), problem.costs())
                .normalized();
        double epsilon = start(part, deadline);
        SinkhornIteration iteration = fitsMemory(part)
                ? new KernelIteration(part.costs(), part.a(), part.b(), epsilon, deadline)
                : new LogDomainIteration(part.costs(), part.a(), part.b(), epsilon, deadline);
        EpsilonScaling scaling = new EpsilonScaling(iteration, Schedule.to(regularization / epsilon), deadline);
        boolean reached = false;
        try {
            reached = scaling.run(epsilon, guess);
        } catch (LimitReachedException e) {
            // the current potentials are the answer
        }
        return EntropicSolution.of(problem, part, this, iteration, scaling.steps, reached, deadline);
    }

    /** The first regularisation: the typical cost, or the given one if that is larger. */
    double start(PositiveSupport part, Limits.Deadline deadline) {
        return Math.max(part.typicalCost(deadline), regularization);
    }

    /**
     * The schedule of epsilon scaling: few coarse stages if the given regularisation is not small; otherwise many stages that nearly converge,
     * because the potentials are then nearly linear in the regularisation and can be extrapolated from stage to stage.
     *
     * @param factor from one regularisation to the next
     * @param tolerance the error at which a stage ends
     * @param iterations the maximal number of iterations of a stage
     * @param extrapolates whether potentials are extrapolated between stages, and steps over-relaxed
     */
    private record Schedule(double factor, double tolerance, int iterations, boolean extrapolates) {
        /** A smaller share of the first regularisation needs many stages. */
        private static final double COARSE_SHARE = 1e-3;

        private static Schedule to(double share) {
            return share < COARSE_SHARE ? new Schedule(0.5, 1e-4, 20_000, true) : new Schedule(0.25, 0.05, 10, false);
        }
    }

    /** Epsilon scaling from a large regularisation to the given one, and the iterations there. */
    private final class EpsilonScaling {
        private final SinkhornIteration iteration;
        private final Limits.Deadline deadline;
        private final Schedule schedule;
        private Optional<StageResult> before = Optional.empty();
        private Optional<StageResult> last = Optional.empty();
        private long steps;

        EpsilonScaling(SinkhornIteration iteration, Schedule schedule, Limits.Deadline deadline) {
            this.iteration = iteration;
            this.schedule = schedule;
            this.deadline = deadline;
        }

        /** The targets' potentials at the end of a stage. */
        @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
        private record StageResult(double epsilon, double[] potentials) {}

        /** Runs all stages, or starts from the guess if it is close; whether the tolerance is reached. */
        boolean run(double from, Optional<double[]> guess) {
            if (guess.isPresent()) {
                iteration.restart(regularization, guess.get());
                if (iteration.fitSources(1) <= NEAR) {
                    return finish();
                }
                iteration.restart(from, new double[guess.get().length]);
            }
            for (double epsilon = from;
                    epsilon > regularization && !isOver(deadline, steps);
                    epsilon *= schedule.factor) {
                startStage(epsilon);
                stage(epsilon);
            }
            startStage(regularization);
            return finish();
        }

        /** Changes the regularisation, and extrapolates the potentials linearly from the last two stages, if the schedule extrapolates. */
        private void startStage(double epsilon) {
            if (last.isEmpty() || before.isEmpty()) {
                iteration.regularize(epsilon);
                return;
            }
            double[] known = last.get().potentials;
            double[] earlier = before.get().potentials;
            double share = (epsilon - last.get().epsilon) / (last.get().epsilon - before.get().epsilon);
            double[] expected = new double[known.length];
            for (int j = 0; j < expected.length; j++) {
                expected[j] = known[j] + share * (known[j] - earlier[j]);
            }
            iteration.restart(epsilon, expected);
        }

        /** The iterations of a stage. */
        private void stage(double epsilon) {
            OverRelaxation relaxation = new OverRelaxation();
            double error = Double.POSITIVE_INFINITY;
            double omega = 1;
            for (int k = 0; k < schedule.iterations && error > schedule.tolerance && !isOver(deadline, steps); k++) {
                error = iteration.fitSources(omega);
                omega = schedule.extrapolates ? relaxation.after(error) : 1;
                iteration.fitTargets(omega);
                steps++;
            }
            if (schedule.extrapolates) {
                before = error <= schedule.tolerance ? last : Optional.empty();
                last = Optional.of(new StageResult(epsilon, iteration.g()));
            }
        }

        /** Iterates at the given regularisation until the tolerance is reached. */
        private boolean finish() {
            OverRelaxation relaxation = new OverRelaxation();
            double error = iteration.fitSources(1);
            while (error > tolerance && !isOver(deadline, steps)) {
                double omega = relaxation.after(error);
                iteration.fitTargets(omega);
                error = iteration.fitSources(omega);
                steps++;
            }
            return error <= tolerance;
        }
    }

    private boolean isOver(Limits.Deadline deadline, long steps) {
        return steps >= iterations || deadline.isOver(steps);
    }

    private static boolean fitsMemory(PositiveSupport part) {
        double bytes = 8.0 * part.a().length * part.b().length;
        return bytes <= SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory()
                && part.leastMass() >= KernelIteration.LEAST_MASS;
    }

    static void checkRegularization(double regularization) {
        if (!(regularization > 0) || regularization == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                    "the regularisation is " + regularization + "; it must be finite and above 0");
        }
    }

    static void checkTolerance(double tolerance) {
        if (!(tolerance > 0) || tolerance == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException("the tolerance is " + tolerance + "; it must be finite and above 0");
        }
    }
}
