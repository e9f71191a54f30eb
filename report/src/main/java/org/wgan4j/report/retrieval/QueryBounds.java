package org.wgan4j.report.retrieval;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.approximate.LowerBounds;
import org.wgan4j.transport.approximate.RelaxedTransport;

/**
 * Cheap lower bounds of the W1 distance between one query and many candidates: points of R^3 with masses that sum to 1.
 *
 * @param query the query
 */
record QueryBounds(Measure query) {
    /** The distance of the means (Rubner, Tomasi and Guibas 2000, section 4.3): in time linear in the points. */
    double coarse(Measure candidate) {
        return LowerBounds.means(query, candidate, Cost.EUCLIDEAN);
    }

    /** The largest of all bounds: in little more time than the pairs of points take. */
    double tight(Measure candidate) {
        double onAxes = Math.max(coarse(candidate), LowerBounds.axes(query, candidate, Cost.EUCLIDEAN));
        return Math.max(onAxes, RelaxedTransport.constrained(Problem.of(query, candidate, Cost.EUCLIDEAN)));
    }
}
