package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;

class EntropicPartialTransportTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.3, 0.6, 0.95})
    void movesTheMassAndNoMoreThanThereIs(double mass) {
        Samples x = PotData.source();
        Samples y = PotData.target(1.4);
        UnbalancedSolution s = EntropicPartialTransport.of(0.05).solve(x, y, Cost.SQUARED_EUCLIDEAN, mass, Limits.NONE);
        assertThat(s.converged()).isTrue();
        assertThat(s.mass()).isCloseTo(mass, within(1e-9));
        assertThat(s.dualityGap()).isCloseTo(0, within(1e-8));
        double[] leaves = s.plan().sourceMasses();
        double[] reaches = s.plan().targetMasses();
        for (int i = 0; i < leaves.length; i++) {
            assertThat(leaves[i]).isLessThanOrEqualTo(x.mass(i) + 1e-9);
        }
        for (int j = 0; j < reaches.length; j++) {
            assertThat(reaches[j]).isLessThanOrEqualTo(y.mass(j) + 1e-9);
        }
    }

    @Test
    void allTheMassIsBalancedTransport() {
        Samples x = PotData.source();
        Samples y = PotData.target(1);
        double mass = Math.min(x.totalMass(), y.totalMass());
        UnbalancedSolution part = EntropicPartialTransport.of(0.1).solve(x, y, Cost.EUCLIDEAN, mass, Limits.NONE);
        EntropicSolution whole = Sinkhorn.of(0.1).solve(Problem.of(x, y, Cost.EUCLIDEAN));
        assertThat(part.objective()).isCloseTo(whole.objective(), within(1e-7));
    }

    @Test
    void nearsTheExactCostOfPot() {
        UnbalancedSolution s = EntropicPartialTransport.of(0.0005)
                .solve(PotData.source(), PotData.target(1), PotData.cost(), 0.6, Limits.NONE);
        // tools/make_transport_values.py
        assertThat(s.transportCost()).isCloseTo(0.009373814953557963, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.1, Double.NaN})
    void aMassThatIsNotThereIsRefused(double mass) {
        assertThatThrownBy(() -> EntropicPartialTransport.of(1)
                        .solve(PotData.source(), PotData.target(1), Cost.EUCLIDEAN, mass, Limits.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(String.valueOf(mass));
    }
}
