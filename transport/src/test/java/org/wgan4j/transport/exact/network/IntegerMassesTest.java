package org.wgan4j.transport.exact.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntegerMassesTest {
    @Test
    void sumToZeroAndKeepTheSignOfEveryMass() {
        double[] masses = {1e-300, -1, 0.25, 0, 0.75, -1e-20};
        long[] amounts = IntegerMasses.of(masses).perturbed();
        assertThat(Arrays.stream(amounts).sum()).isZero();
        for (int v = 0; v < masses.length; v++) {
            if (masses[v] != 0) {
                assertThat(Long.signum(amounts[v])).isEqualTo((int) Math.signum(masses[v]));
            }
        }
    }

    @Test
    void noPartBalancesThoughTheMassesDo() {
        double[] masses = {1, -1, 1, -1, 2, -2, 0, 0};
        IntegerMasses supplies = IntegerMasses.of(masses);
        for (int part = 1; part < 1 << masses.length; part++) {
            long sum = 0;
            for (int v = 0; v < masses.length; v++) {
                sum += (part >> v & 1) * supplies.perturbed()[v];
            }
            boolean whole = part == (1 << masses.length) - 1;
            assertThat(sum == 0).isEqualTo(whole);
        }
    }

    @Test
    void aMatchingUsesEveryMassAndLinksTheEndsByATree() {
        double[] masses = new double[40];
        for (int v = 0; v < masses.length; v++) {
            masses[v] = (v % 2 == 0 ? 1 : -1) * (1 + (v / 2) % 3);
        }
        TreeMatching matching = new TreeMatching(1, IntegerMasses.of(masses), masses);
        for (int v = 0; v < masses.length; v++) {
            matching.place(v, 0);
        }
        double[] moved = new double[masses.length];
        int[] entries = {0};
        matching.at(0, (sender, taker, mass) -> {
            moved[sender] += mass;
            moved[taker] -= mass;
            entries[0]++;
        });
        assertThat(moved).containsExactly(masses);
        assertThat(entries[0]).isEqualTo(masses.length - 1);
    }
}
