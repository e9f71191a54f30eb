package org.wgan4j.transport.entropic;

import java.util.Optional;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Problem;

/**
 * Sinkhorn's algorithm for transport regularised by entropy (Cuturi 2013), safe in the log domain (Peyre and Cuturi 2019, section 4.4).
 *
 * <pre>{@code
 * EntropicSolution s = Sinkhorn.of(0.01).solve(Problem.of(source, target, Cost.EUCLIDEAN));
 * }</pre>
 *
 * <p>It begins at a large regularisation and goes down to the one asked for, keeps the kernel in memory where there is room for it, and
 * stretches its steps when it is near. None of this changes the answer, which is unique.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param regularization the weight of the entropy, epsilon, in the units of the cost and not relative to anything; finite and above 0
 * @param tolerance how much mass may go wrong, summed over all points of both measures, as a share of the whole mass; above 0
 * @param iterations the most steps, a step fitting the potentials of both measures once; at least 0
 */
public record Sinkhorn(double regularization, double tolerance, long iterations) {
    /** The tolerance unless another is given. */
    public static final double TOLERANCE = 1e-9;

    /** The most steps unless another number is given. */
    public static final long ITERATIONS = 100_000;

    /** A guess that leaves no more than this error spares the way down. */
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

    /** The algorithm at a regularisation, with the usual tolerance. */
    public static Sinkhorn of(double regularization) {
        return new Sinkhorn(regularization, TOLERANCE, ITERATIONS);
    }

    /** The same with another tolerance. */
    public Sinkhorn withTolerance(double most) {
        return new Sinkhorn(regularization, most, iterations);
    }

    /** The same with another number of steps at most. */
    public Sinkhorn withIterations(long most) {
        return new Sinkhorn(regularization, tolerance, most);
    }

    /** Solves a problem, whatever time it takes. */
    public EntropicSolution solve(Problem problem) {
        return solve(problem, Limits.NONE);
    }

    /** Solves a problem within limits; the solution says whether it reached the tolerance. */
    public EntropicSolution solve(Problem problem, Limits limits) {
        return solve(problem, limits, Optional.empty());
    }

    /** The same; potentials of the targets with mass, if there are some and they are nearly right, spare the way down. */
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
        SinkhornIteration sweep = fitsMemory(part)
                ? new KernelIteration(part.costs(), part.a(), part.b(), epsilon, deadline)
                : new LogDomainIteration(part.costs(), part.a(), part.b(), epsilon, deadline);
        Descent descent = new Descent(sweep, Way.to(regularization / epsilon), deadline);
        boolean reached = false;
        try {
            reached = descent.run(epsilon, guess);
        } catch (LimitReachedException e) {
            // the potentials reached are the answer
        }
        return EntropicSolution.of(problem, part, this, sweep, descent.steps, reached, deadline);
    }

    /** The regularisation to begin at: that of the costs, if it is not below the one asked for. */
    double start(PositiveSupport part, Limits.Deadline deadline) {
        return Math.max(part.typicalCost(deadline), regularization);
    }

    /**
     * How to go down: in few coarse steps where the end is near; otherwise in small ones, each nearly to its end, because potentials are all
     * but linear in a small regularisation, and a stage that ended far from its own would send the next astray.
     *
     * @param factor from one regularisation to the next
     * @param tolerance at which a stage ends
     * @param iterations after which it ends anyway
     * @param isLong whether stages are extrapolated, and their steps stretched
     */
    private record Way(double factor, double tolerance, int iterations, boolean isLong) {
        /** At this part of the first regularisation the end is near. */
        private static final double NEAR_END = 1e-3;

        private static Way to(double share) {
            return share < NEAR_END ? new Way(0.5, 1e-4, 20_000, true) : new Way(0.25, 0.05, 10, false);
        }
    }

    /** The way from a large regularisation to the one asked for, and the steps there. */
    private final class Descent {
        private final SinkhornIteration sweep;
        private final Limits.Deadline deadline;
        private final Way way;
        private Optional<Reached> before = Optional.empty();
        private Optional<Reached> last = Optional.empty();
        private long steps;

        Descent(SinkhornIteration sweep, Way way, Limits.Deadline deadline) {
            this.sweep = sweep;
            this.way = way;
            this.deadline = deadline;
        }

        /** The targets' potentials at a regularisation on the way. */
        @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
        private record Reached(double epsilon, double[] potentials) {}

        /** Whether the tolerance is reached at its end; from the guess, if it is near. */
        boolean run(double from, Optional<double[]> guess) {
            if (guess.isPresent()) {
                sweep.restart(regularization, guess.get());
                if (sweep.fitSources(1) <= NEAR) {
                    return finish();
                }
                sweep.restart(from, new double[guess.get().length]);
            }
            for (double epsilon = from; epsilon > regularization && !isOver(deadline, steps); epsilon *= way.factor) {
                descend(epsilon);
                stage(epsilon);
            }
            descend(regularization);
            return finish();
        }

        /** Goes to another regularisation; on a long way, from where potentials that are linear in it would lie. */
        private void descend(double epsilon) {
            if (last.isEmpty() || before.isEmpty()) {
                sweep.regularize(epsilon);
                return;
            }
            double[] known = last.get().potentials;
            double[] earlier = before.get().potentials;
            double share = (epsilon - last.get().epsilon) / (last.get().epsilon - before.get().epsilon);
            double[] expected = new double[known.length];
            for (int j = 0; j < expected.length; j++) {
                expected[j] = known[j] + share * (known[j] - earlier[j]);
            }
            sweep.restart(epsilon, expected);
        }

        /** Some steps at a regularisation on the way. */
        private void stage(double epsilon) {
            OverRelaxation relaxation = new OverRelaxation();
            double error = Double.POSITIVE_INFINITY;
            double stretch = 1;
            for (int k = 0; k < way.iterations && error > way.tolerance && !isOver(deadline, steps); k++) {
                error = sweep.fitSources(stretch);
                stretch = way.isLong ? relaxation.after(error) : 1;
                sweep.fitTargets(stretch);
                steps++;
            }
            if (way.isLong) {
                before = error <= way.tolerance ? last : Optional.empty();
                last = Optional.of(new Reached(epsilon, sweep.g()));
            }
        }

        /** Steps at the regularisation asked for, to the end. */
        private boolean finish() {
            OverRelaxation relaxation = new OverRelaxation();
            double error = sweep.fitSources(1);
            while (error > tolerance && !isOver(deadline, steps)) {
                double stretch = relaxation.after(error);
                sweep.fitTargets(stretch);
                error = sweep.fitSources(stretch);
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
