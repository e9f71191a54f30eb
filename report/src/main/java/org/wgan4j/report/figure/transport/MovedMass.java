package org.wgan4j.report.figure.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Plan;

/**
 * A piece of earth: one entry of the plan, with its place in the pile that it leaves and in the one that it reaches.
 *
 * @param source the bin that it leaves
 * @param target the bin that it reaches
 * @param mass how high it is
 * @param leaves how much lies under it at first
 * @param reaches how much lies under it in the end
 */
record MovedMass(int source, int target, double mass, double leaves, double reaches) {
    /** All pieces of a plan; a pile is ordered by where its pieces go, and then by where they came from. */
    static List<MovedMass> of(Plan plan) {
        double[] leaves = heights(plan, Comparator.comparingInt(plan::target), plan.sources(), true);
        double[] reaches = heights(plan, Comparator.comparingInt(plan::source), plan.targets(), false);
        List<MovedMass> blocks = new ArrayList<>();
        for (int k = 0; k < plan.size(); k++) {
            blocks.add(new MovedMass(plan.source(k), plan.target(k), plan.mass(k), leaves[k], reaches[k]));
        }
        return blocks;
    }

    /** A histogram as one piece a bin, which stays where it is. */
    static List<MovedMass> whole(Histogram histogram) {
        List<MovedMass> blocks = new ArrayList<>();
        for (int i = 0; i < histogram.size(); i++) {
            if (histogram.mass(i) > 0) {
                blocks.add(new MovedMass(i, i, histogram.mass(i), 0, 0));
            }
        }
        return blocks;
    }

    /** Where it is after a share of its way, 0 to 1. */
    double place(double share) {
        return source + (target - source) * share;
    }

    /** How much lies under it after a share of its way, 0 to 1. */
    double bottom(double share) {
        return leaves + (reaches - leaves) * share;
    }

    /** What lies under each entry where all are piled up in an order. */
    private static double[] heights(Plan plan, Comparator<Integer> order, int piles, boolean atSource) {
        double[] pile = new double[piles];
        double[] under = new double[plan.size()];
        int[] sorted = IntStream.range(0, plan.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.stream(sorted).forEach(k -> {
            int at = atSource ? plan.source(k) : plan.target(k);
            under[k] = pile[at];
            pile[at] += plan.mass(k);
        });
        return under;
    }
}
