package org.wgan4j.transport.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {
    @Test
    void knowsPublishedValues() {
        assertThat(ErrorFunction.erf(0.5))
                .isCloseTo(0.5204998778130465, within(2e-16)); // Abramowitz and Stegun, table 7.1
        assertThat(ErrorFunction.erf(1)).isCloseTo(0.8427007929497149, within(2e-16));
        assertThat(ErrorFunction.erfc(3)).isCloseTo(2.209049699858544e-05, Percentage.withPercentage(1e-12));
        assertThat(ErrorFunction.erfc(10)).isCloseTo(2.088487583762545e-45, Percentage.withPercentage(1e-11));
        assertThat(ErrorFunction.erfc(2.5)).isCloseTo(0.0004069520174449589, within(1e-18));
        assertThat(ErrorFunction.erfc(-1)).isCloseTo(1.8427007929497148, within(4e-16));
    }

    @Test
    void seriesAndContinuedFractionMeet() {
        double below = Math.nextDown(1.5);
        double above = Math.nextUp(1.5);
        assertThat(ErrorFunction.erf(above)).isCloseTo(ErrorFunction.erf(below), within(3e-16));
        assertThat(ErrorFunction.erf(0)).isZero();
        assertThat(ErrorFunction.erf(-2)).isEqualTo(-ErrorFunction.erf(2));
        assertThat(ErrorFunction.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    }

    @Test
    void itsSlopeIsTheBellCurve() {
        for (double x = -4; x <= 4; x += 0.37) {
            double slope = (ErrorFunction.erf(x + 1e-5) - ErrorFunction.erf(x - 1e-5)) / 2e-5;
            assertThat(slope).isCloseTo(2 / Math.sqrt(Math.PI) * Math.exp(-x * x), within(1e-9));
        }
    }

    @Test
    void aTailOfTheNormalDistributionKeepsItsDigits() {
        double tail = ErrorFunction.normalBetween(10, Double.POSITIVE_INFINITY);
        assertThat(tail).isCloseTo(7.61985302416053e-24, Percentage.withPercentage(1e-11));
        assertThat(ErrorFunction.normalBetween(Double.NEGATIVE_INFINITY, -10)).isEqualTo(tail);
        assertThat(ErrorFunction.normalBetween(-1, 1)).isCloseTo(0.6826894921370859, within(3e-16));
    }

    @Test
    void gaussLegendreIntegratesPolynomialsExactly() {
        GaussLegendre rule = GaussLegendre.ofOrder(20);
        for (int degree = 0; degree < 40; degree++) {
            int power = degree;
            double exact = (Math.pow(2, degree + 1) - Math.pow(-1, degree + 1)) / (degree + 1);
            assertThat(rule.integral(x -> Math.pow(x, power), -1, 2)).isCloseTo(exact, within(1e-13 * (1 + exact)));
        }
    }
}
