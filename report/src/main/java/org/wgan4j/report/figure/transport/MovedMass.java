package org.wgan4j.report.figure.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Plan;

/**
 * One entry of a plan with its heights in the stacks of its source and target bins.
 *
 * @param source bin
 * @param target bin
 * @param mass of the entry
 * @param leaves mass below it in the source bin
 * @param reaches mass below it in the target bin
 */
record MovedMass(int source, int target, double mass, double leaves, double reaches) {
    /** All entries of a plan; source stacks are ordered by target, target stacks by source. */
    static List<MovedMass> of(Plan plan) {
        double[] leaves = heights(plan, Comparator.comparingInt(plan::target), plan.sources(), true);
        double[] reaches = heights(plan, Comparator.comparingInt(plan::source), plan.targets(), false);
        List<MovedMass> entries = new ArrayList<>();
        for (int k = 0; k < plan.size(); k++) {
            entries.add(new MovedMass(plan.source(k), plan.target(k), plan.mass(k), leaves[k], reaches[k]));
        }
        return entries;
    }

    /** A histogram as one entry a bin that does not move. */
    static List<MovedMass> whole(Histogram histogram) {
        List<MovedMass> entries = new ArrayList<>();
        for (int i = 0; i < histogram.size(); i++) {
            if (histogram.mass(i) > 0) {
                entries.add(new MovedMass(i, i, histogram.mass(i), 0, 0));
            }
        }
        return entries;
    }

    /** Its bin coordinate after a share of the way, 0 to 1. */
    double position(double share) {
        return source + (target - source) * share;
    }

    /** The mass below it after a share of the way, 0 to 1. */
    double bottom(double share) {
        return leaves + (reaches - leaves) * share;
    }

    /** The mass below each entry where all are stacked in an order. */
    private static double[] heights(Plan plan, Comparator<Integer> order, int bins, boolean atSource) {
        double[] height = new double[bins];
        double[] under = new double[plan.size()];
        int[] sorted = IntStream.range(0, plan.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.stream(sorted).forEach(k -> {
            int at = atSource ? plan.source(k) : plan.target(k);
            under[k] = height[at];
            height[at] += plan.mass(k);
        });
        return under;
    }
}
