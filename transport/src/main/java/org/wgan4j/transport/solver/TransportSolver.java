package org.wgan4j.transport.solver;

import java.util.Optional;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.ThresholdedCost;
import org.wgan4j.transport.exact.assignment.Assignment;

/**
 * All solvers of this library, exact, entropic and approximate, with their requirements on measures and cost.
 *
 * <pre>{@code
 * Optional<String> refusal = TransportSolver.SLICED.refusal(source, target, cost);
 * }</pre>
 *
 * <p>Immutable, as all enums, and safe for use by several threads.
 */
public enum TransportSolver {
    /** Sorting, for points on the line: {@link org.wgan4j.transport.exact.line.LineTransport}. */
    LINE("points of 1 coordinate and a power of their distance", true) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            if (!(cost instanceof NormCost)) {
                return Optional.of("the cost is not a power of the distance");
            }
            return onOneAxis(source, target);
        }
    },

    /** The length of the shorter arc: {@link org.wgan4j.transport.exact.line.CircleTransport}, which also needs the circumference. */
    CIRCLE("positions of 1 coordinate, and costs what the shorter arc is long", true) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            if (!cost.equals(Cost.EUCLIDEAN) && !cost.equals(Cost.MANHATTAN)) {
                return Optional.of("the cost is another than the distance, and the solver has its own");
            }
            return onOneAxis(source, target);
        }
    },

    /** A flow on few arcs: {@link org.wgan4j.transport.exact.grid.GridTransport}. */
    GRID("histograms on one grid under the L1, the L2 or the squared L2 distance", true) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            if (!(source instanceof Histogram first)
                    || !(target instanceof Histogram second)
                    || !first.sameGrid(second)) {
                return Optional.of("these are not two histograms of one shape");
            }
            boolean known =
                    cost.equals(Cost.MANHATTAN) || cost.equals(Cost.EUCLIDEAN) || cost.equals(Cost.SQUARED_EUCLIDEAN);
            return known ? Optional.empty() : Optional.of("the cost is none of the three");
        }
    },

    /** Shortest augmenting paths: {@link Assignment}. */
    ASSIGNMENT("as many sources as targets, all of one mass", true) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            if (source.size() != target.size()) {
                return Optional.of("there are " + source.size() + " sources and " + target.size() + " targets");
            }
            return Assignment.haveOneMass(source, target) ? Optional.empty() : Optional.of("these masses differ");
        }
    },

    /** A flow through a hub: {@link org.wgan4j.transport.exact.threshold.ThresholdedTransport}. */
    THRESHOLDED("a cost with a threshold", true) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            return cost instanceof ThresholdedCost ? Optional.empty() : Optional.of("this cost has none");
        }
    },

    /** The network simplex, for any cost: {@link org.wgan4j.transport.exact.simplex.NetworkSimplex}. */
    NETWORK_SIMPLEX("a cost between all points", true),

    /** Entropic transport: {@link org.wgan4j.transport.entropic.Sinkhorn}. */
    SINKHORN("a cost between all points", true),

    /** Entropic transport whose masses need not agree: {@link org.wgan4j.transport.entropic.UnbalancedSinkhorn}. */
    UNBALANCED_SINKHORN("a cost between all points", false),

    /** The debiased entropic cost: {@link org.wgan4j.transport.entropic.SinkhornDivergence}. */
    SINKHORN_DIVERGENCE("a symmetric cost within each measure and between them", true) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            return cost instanceof NormCost || source.size() == target.size()
                    ? Optional.empty()
                    : Optional.of("there are " + source.size() + " and " + target.size()
                            + " points, between which one matrix or function of numbers says too little");
        }
    },

    /** Exact transport of a part of the mass: {@link org.wgan4j.transport.exact.partial.PartialTransport}. */
    PARTIAL("a cost between all points", false),

    /** The sliced Wasserstein distance: {@link org.wgan4j.transport.approximate.SlicedWasserstein}. */
    SLICED("points with coordinates and a power of the Euclidean distance", true) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            if (!(cost instanceof NormCost norm) || norm.norm() != NormCost.Norm.EUCLIDEAN) {
                return Optional.of("the cost is another");
            }
            return inOneSpace(source, target);
        }
    },

    /** Between Gaussians of the same means and covariances: {@link org.wgan4j.transport.approximate.GaussianTransport}. */
    GAUSSIAN("points with coordinates and the squared Euclidean distance", false) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            return cost.equals(Cost.SQUARED_EUCLIDEAN)
                    ? inOneSpace(source, target)
                    : Optional.of("the cost is another");
        }
    },

    /** The energy distance: {@link org.wgan4j.transport.approximate.EnergyDistance}. */
    ENERGY("points with coordinates and the Euclidean distance", false) {
        @Override
        Optional<String> reason(Measure source, Measure target, Cost cost) {
            return cost.equals(Cost.EUCLIDEAN) ? inOneSpace(source, target) : Optional.of("the cost is another");
        }
    };

    private final String demands;
    private final boolean isBalanced;

    TransportSolver(String demands, boolean isBalanced) {
        this.demands = demands;
        this.isBalanced = isBalanced;
    }

    /** The requirements on a problem, as the object of "needs". */
    public String demands() {
        return demands + (isBalanced ? ", and equal sums of masses" : "");
    }

    /** Whether its solution has a plan. */
    public boolean makesPlan() {
        return this != SLICED && this != GAUSSIAN && this != ENERGY && this != SINKHORN_DIVERGENCE;
    }

    /** Whether it can solve a problem. */
    public boolean accepts(Measure source, Measure target, Cost cost) {
        return refusal(source, target, cost).isEmpty();
    }

    /**
     * The reason why it cannot solve a problem, as a sentence with the requirement, the value found and another solver; empty if it can.
     *
     * <p>The shape and symmetry of a cost matrix are checked when the problem is constructed or solved.
     */
    public Optional<String> refusal(Measure source, Measure target, Cost cost) {
        Optional<String> unmet = unmetDemand(source, target, cost);
        if (unmet.isPresent()) {
            return Optional.of("the solver " + this + " " + unmet.get()
                    + "; NETWORK_SIMPLEX takes any cost, and OptimalTransport picks the fastest that fits");
        }
        double sourceMass = source.totalMass();
        double targetMass = target.totalMass();
        boolean balances =
                Math.abs(sourceMass - targetMass) <= Problem.MASS_TOLERANCE * Math.max(sourceMass, targetMass);
        return balances || !isBalanced
                ? Optional.empty()
                : Optional.of("the solver " + this + " needs equal sums of masses, and these are " + sourceMass
                        + " and " + targetMass + "; normalise both, or take UNBALANCED_SINKHORN or PARTIAL");
    }

    /**
     * What it needs and what was found instead, such as "needs a cost with a threshold, and this cost has none"; empty if nothing is amiss. Sums
     * of masses are left out.
     */
    public Optional<String> unmetDemand(Measure source, Measure target, Cost cost) {
        return reason(source, target, cost).map(found -> "needs " + demands + ", and " + found);
    }

    /** The property of the problem that it cannot solve. */
    Optional<String> reason(Measure source, Measure target, Cost cost) {
        return Optional.empty();
    }

    private static Optional<String> onOneAxis(Measure source, Measure target) {
        return source.dimension() == 1 && target.dimension() == 1
                ? Optional.empty()
                : Optional.of("these have " + source.dimension() + " and " + target.dimension() + " coordinates");
    }

    private static Optional<String> inOneSpace(Measure source, Measure target) {
        return source.dimension() > 0 && source.dimension() == target.dimension()
                ? Optional.empty()
                : Optional.of("these have " + source.dimension() + " and " + target.dimension() + " coordinates");
    }
}
