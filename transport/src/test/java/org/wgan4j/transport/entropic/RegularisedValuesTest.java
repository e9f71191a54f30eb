package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Problem;

/** Values of POT 0.9.7, printed by tools/make_transport_values.py. */
class RegularisedValuesTest {
    @Test
    void sinkhornAgreesAndNamesAllThreeNumbers() {
        EntropicSolution s = Sinkhorn.of(0.05)
                .withTolerance(1e-13)
                .solve(Problem.of(PotData.source(), PotData.target(1), PotData.cost()));
        assertThat(s.transportCost()).isCloseTo(0.05989704100703797, within(1e-12));
        assertThat(s.objective()).isCloseTo(0.11788911468416366, within(1e-12));
        assertThat(s.objectiveWithEntropy()).isCloseTo(-0.1372574948821262, within(1e-12));
    }

    @Test
    void unbalancedTransportAgrees() {
        UnbalancedSinkhorn sinkhorn = new UnbalancedSinkhorn(0.05, 0.3, 1e-13, 100_000);
        UnbalancedSolution equal = sinkhorn.solve(PotData.source(), PotData.target(1), PotData.cost(), Limits.NONE);
        assertThat(equal.transportCost()).isCloseTo(0.04073845315563904, within(1e-11));
        assertThat(equal.mass()).isCloseTo(0.8437101896922476, within(1e-11));
        UnbalancedSolution heavier = sinkhorn.solve(PotData.source(), PotData.target(1.5), PotData.cost(), Limits.NONE);
        assertThat(heavier.transportCost()).isCloseTo(0.050678401164522095, within(1e-11));
        assertThat(heavier.mass()).isCloseTo(1.0495706181200493, within(1e-11));
    }

    @Test
    void barycentersAgree() {
        EntropicBarycenter blurred = EntropicBarycenter.of(2).withTolerance(1e-13);
        double[] weights = {1, 1, 1};
        double[] q = blurred.solve(List.of(PotData.histograms()), weights, PotData.cost(), Limits.NONE)
                .barycenter()
                .masses();
        assertThat(q[0]).isCloseTo(0.061736879479211054, within(1e-11));
        assertThat(q[5]).isCloseTo(0.09351905513698389, within(1e-11));
        assertThat(q[11]).isCloseTo(0.04217561822787912, within(1e-11));
        double[] sharp = blurred.withoutBlur()
                .solve(List.of(PotData.histograms()), weights, PotData.cost(), Limits.NONE)
                .barycenter()
                .masses();
        assertThat(sharp[0]).isCloseTo(0.03419589287063998, within(1e-9));
        assertThat(sharp[6]).isCloseTo(0.13840321415178988, within(1e-9));
        assertThat(sharp[11]).isCloseTo(0.04117923806393226, within(1e-9));
    }
}
