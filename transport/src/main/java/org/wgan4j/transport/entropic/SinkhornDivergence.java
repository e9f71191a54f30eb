package org.wgan4j.transport.entropic;

import java.util.Optional;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;

/**
 * The debiased entropic transport cost {@code S(x, y) = OT(x, y) - (OT(x, x) + OT(y, y)) / 2}, where OT is
 * {@link EntropicSolution#objective()} (Feydy, Sejourne, Vialard, Amari, Trouve and Peyre 2019, equation 3).
 *
 * <p>Unlike OT it is 0 between equal measures. Under costs such as the distance and its square it is at least 0, and 0 for equal measures only;
 * under other costs, for instance matrices, it can be negative. For small regularisation it approaches the transport cost, for large
 * regularisation half the energy distance of the cost.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param value the divergence, in the units of cost times mass; a rounding error below 0 is given as 0
 * @param between OT(x, y), as its dual value
 * @param sourceSelf OT(x, x)
 * @param targetSelf OT(y, y)
 * @param iterations the iterations of all three problems
 * @param converged whether all three reached the tolerance
 */
public record SinkhornDivergence(
        double value, double between, double sourceSelf, double targetSelf, long iterations, boolean converged) {
    private static final double ROUNDING = 1e-12;

    /** The divergence between two measures of equal mass. */
    public static SinkhornDivergence between(Measure source, Measure target, Cost cost, Sinkhorn sinkhorn) {
        return between(source, target, cost, sinkhorn, Limits.NONE);
    }

    /** The same within limits; the time is for all three problems together, the number of iterations for each. */
    public static SinkhornDivergence between(
            Measure source, Measure target, Cost cost, Sinkhorn sinkhorn, Limits limits) {
        Limits.Deadline deadline = limits.start();
        SelfTransport first = self(source, cost, sinkhorn, deadline);
        SelfTransport second = self(target, cost, sinkhorn, deadline);
        EntropicSolution across =
                sinkhorn.solve(Problem.of(source, target, cost), deadline, Optional.of(second.potential()));
        double value = across.dual() - (first.value() + second.value()) / 2;
        double scale = Math.abs(across.dual()) + Math.abs(first.value()) + Math.abs(second.value());
        return new SinkhornDivergence(
                value < 0 && -value <= ROUNDING * scale ? 0 : value,
                across.dual(),
                first.value(),
                second.value(),
                across.iterations() + first.iterations() + second.iterations(),
                across.converged() && first.converged() && second.converged());
    }

    private static SelfTransport self(Measure measure, Cost cost, Sinkhorn sinkhorn, Limits.Deadline deadline) {
        CostRows costs = cost.between(measure, measure);
        Symmetry.check(cost, costs, deadline);
        return SelfTransport.of(measure, costs, sinkhorn, deadline);
    }
}
