package org.wgan4j.transport.exact.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever pivots are made, a tree stays what it says it is; every claim is held against a recomputation from its parents alone. */
class SpanningTreeTest {
    @Test
    void afterAnyPivotsSubtreesFlowsAndPotentialsAreWhatTheParentsSay() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int nodes = 2 + random.nextInt(30);
            long[] supply = random.longs(nodes, -1000, 1000).toArray();
            supply[nodes - 1] -= Arrays.stream(supply).sum();
            SpanningTree tree = path(random, supply);
            for (int k = 0; k < 60; k++) {
                int tail = random.nextInt(nodes);
                int head = random.nextInt(nodes);
                if (tail != head && tree.parent(tail) != head && tree.parent(head) != tail) {
                    tree.pivot(tail, head, random.nextInt(100));
                }
                assertConsistent(tree, supply);
            }
        }
    }

    @Test
    void theEnteringArcCarriesTheLeastFlowThatStandsAgainstIt() {
        // 0 -> 1 -> 2 carries 5 and 3; an arc 0 -> 2 takes over the 3 that 1 -> 2 carries.
        SpanningTree tree =
                new SpanningTree(new long[] {5, -2, -3}, new int[] {0, 1}, new int[] {1, 2}, new double[] {4, 4});
        assertThat(tree.pivot(0, 2, 1)).isTrue();
        assertThat(tree.parent(2)).isZero();
        assertThat(tree.flow(2)).isEqualTo(3);
        assertThat(tree.pointsUp(2)).isFalse();
        assertThat(tree.flow(1)).isEqualTo(2);
        assertThat(tree.potentials()).containsExactly(0, -4, -1);
    }

    @Test
    void anArcThatNothingStandsAgainstIsReported() {
        // 0 -> 1 -> 2, and 2 -> 0 closes a directed cycle.
        SpanningTree tree =
                new SpanningTree(new long[] {2, 0, -2}, new int[] {0, 1}, new int[] {1, 2}, new double[] {1, 1});
        assertThat(tree.pivot(2, 0, -5)).isFalse();
        assertConsistent(tree, new long[] {2, 0, -2});
    }

    private static SpanningTree path(SplittableRandom random, long[] supply) {
        int nodes = supply.length;
        int[] tails = new int[nodes - 1];
        int[] heads = new int[nodes - 1];
        double[] costs = new double[nodes - 1];
        for (int k = 1; k < nodes; k++) {
            int other = random.nextInt(k);
            boolean up = random.nextBoolean();
            tails[k - 1] = up ? k : other;
            heads[k - 1] = up ? other : k;
            costs[k - 1] = random.nextInt(100);
        }
        return new SpanningTree(supply, tails, heads, costs);
    }

    private static void assertConsistent(SpanningTree tree, long[] supply) {
        int nodes = tree.nodes();
        int[] order = tree.preorder();
        assertThat(IntStream.of(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, nodes).toArray());
        int[] place = new int[nodes];
        for (int k = 0; k < nodes; k++) {
            place[order[k]] = k;
        }
        long[] left = supply.clone();
        for (int k = nodes - 1; k > 0; k--) {
            int x = order[k];
            assertThat(place[tree.parent(x)]).isLessThan(k);
            assertThat(isInRunOf(tree, order[k - 1], tree.parent(x))).isTrue();
            assertThat(tree.flow(x)).isEqualTo(tree.pointsUp(x) ? left[x] : -left[x]);
            left[tree.parent(x)] += left[x];
        }
        double[] shifted = tree.potentials().clone();
        tree.setPotentials();
        for (int x = 0; x < nodes; x++) {
            assertThat(shifted[x] - shifted[0]).isCloseTo(tree.potentials()[x] - tree.potentials()[0], within(1e-9));
        }
        System.arraycopy(shifted, 0, tree.potentials(), 0, nodes);
    }

    /** In a preorder, the node before another is its parent or below that parent. */
    private static boolean isInRunOf(SpanningTree tree, int node, int ancestor) {
        int x = node;
        while (x != ancestor && tree.parent(x) >= 0) {
            x = tree.parent(x);
        }
        return x == ancestor;
    }
}
