package org.wgan4j.transport.solver;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Solution;

/**
 * The exact transport distance between measures of two lists.
 *
 * @param rows the sources
 * @param columns the targets
 * @param cost the ground cost
 */
record ExactDistance(List<Measure> rows, List<Measure> columns, Cost cost) implements PairwiseDistance {
    @Override
    public double between(int first, int second) {
        return between(first, second, () -> false);
    }

    @Override
    public double between(int first, int second, BooleanSupplier stopped) {
        Solution solution = OptimalTransport.between(rows.get(first), columns.get(second))
                .cost(cost)
                .limits(Limits.NONE.withCancellation(stopped))
                .solve();
        if (solution.converged()) {
            return solution.distance();
        }
        if (!stopped.getAsBoolean()) {
            throw new IllegalStateException("the solver " + solution.solver() + " did not converge in "
                    + solution.iterations() + " iterations");
        }
        return Double.NaN;
    }
}
