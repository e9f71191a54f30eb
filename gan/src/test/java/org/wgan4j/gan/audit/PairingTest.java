package org.wgan4j.gan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Plan;

/** A plan as pairs of images, and its mass by class. */
class PairingTest {
    private static final Pairing PAIRING = Pairing.of(
            new Plan(4, 4, new int[] {0, 1, 2, 3}, new int[] {2, 0, 3, 1}, new double[] {0.25, 0.25, 0.25, 0.25}),
            new double[][] {{9, 9, 1, 9}, {2, 9, 9, 9}, {9, 9, 9, 3}, {9, 4, 9, 9}});

    @Test
    void itListsTheGeneratedImagesInOrderEachWithItsRealOneAndTheirDistance() {
        assertThat(PAIRING.pairs())
                .containsExactly(
                        new Pairing.Pair(0, 1, 2),
                        new Pairing.Pair(1, 3, 4),
                        new Pairing.Pair(2, 0, 1),
                        new Pairing.Pair(3, 2, 3));
    }

    @Test
    void massByClassHasTheSharesOfBothSidesAsItsSums() {
        double[][] mass = PAIRING.massByClass(new Labels(List.of(0, 0, 2, 1)), new Labels(List.of(2, 0, 1, 1)));
        assertThat(mass).hasDimensions(3, 3);
        assertThat(mass[0]).containsExactly(0.25, 0.25, 0);
        assertThat(mass[1]).containsExactly(0, 0.25, 0);
        assertThat(mass[2]).containsExactly(0, 0, 0.25);
    }

    @Test
    void classesThatAreMissingOrNegativeAreRefused() {
        assertThatThrownBy(() -> PAIRING.massByClass(Labels.UNKNOWN, new Labels(List.of(2, 0, 1, 1))))
                .hasMessageContaining("4 pairs")
                .hasMessageContaining("0 and 4");
        assertThatThrownBy(() -> new Labels(List.of(1, -1))).hasMessageContaining("-1");
        assertThat(Labels.UNKNOWN.known()).isFalse();
    }
}
