package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SinkhornWarmStartTest {
    @Test
    void oneRowPaysEachColumnItsCostAndTheLogarithmOfItsMass() {
        // The scalings of one row are exact at once: v_j is proportional to b_j / K_j, so prices differ by T log(b_1 /
        // b_2) + c_1 - c_2.
        CandidateArcs arcs = new CandidateArcs(new int[] {0, 2}, new int[] {0, 1}, new double[] {0, 2});
        double temperature = 0.3 * 1;
        double[] prices = SinkhornWarmStart.of(arcs, new long[] {8, -6, -2});
        assertThat(prices[0] - prices[1]).isCloseTo(temperature * Math.log(3) - 2, within(1e-12));
        assertThat(Math.max(prices[0], prices[1])).isZero();
    }

    @Test
    void afterTheScalingsColumnsThatWereCrowdedAreTheDearerOnes() {
        // Three rows prefer column 0, which has room for one of them.
        CandidateArcs arcs = new CandidateArcs(
                new int[] {0, 2, 4, 6}, new int[] {0, 1, 0, 1, 0, 1}, new double[] {0, 1, 0, 1, 0, 1});
        double[] prices = SinkhornWarmStart.of(arcs, new long[] {100, 100, 100, -100, -200});
        assertThat(prices[1]).isZero();
        assertThat(prices[0]).isCloseTo(0.15 * Math.log(0.5) - 1, within(1e-9));
    }

    @Test
    void costsOfZeroLeaveAllPricesEqual() {
        CandidateArcs arcs = new CandidateArcs(new int[] {0, 2}, new int[] {0, 1}, new double[] {0, 0});
        assertThat(SinkhornWarmStart.of(arcs, new long[] {3, -1, -2})).containsExactly(0, 0);
    }
}
