package org.wgan4j.report.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wgan4j.transport.Plan;

/**
 * The entries of a plan between two signatures, with distance and cost.
 *
 * @param from source signature
 * @param to target signature
 * @param plan between them
 */
record PlanEntries(ColourSignature from, ColourSignature to, Plan plan) {
    /** The distance between the two colours of an entry. */
    double distance(int entry) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double difference = to.colour(plan.target(entry), axis) - from.colour(plan.source(entry), axis);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** The cost of an entry: mass times distance. */
    double cost(int entry) {
        return plan.mass(entry) * distance(entry);
    }

    /** The entries that cost the most, the costliest first, without those that cost nothing. */
    List<Integer> costliest(int most) {
        return IntStream.range(0, plan.size())
                .boxed()
                .filter(entry -> cost(entry) > 0)
                .sorted(Comparator.<Integer>comparingDouble(entry -> -cost(entry)))
                .limit(most)
                .toList();
    }
}
