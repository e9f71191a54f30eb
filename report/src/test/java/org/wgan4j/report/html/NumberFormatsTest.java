package org.wgan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberFormatsTest {
    @Test
    void valuesKeepAboutFourDigits() {
        assertThat(NumberFormats.value(0)).isEqualTo("0.0000");
        assertThat(NumberFormats.value(-0.69314)).isEqualTo("-0.6931");
        assertThat(NumberFormats.value(12.3456)).isEqualTo("12.35");
        assertThat(NumberFormats.value(-123456)).isEqualTo("-123,456");
        assertThat(NumberFormats.value(0.00001234)).isEqualTo("1.23e-05");
        assertThat(NumberFormats.value(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void timesHaveTheUnitsThatFit() {
        assertThat(NumberFormats.time(4.21)).isEqualTo("4.2 s");
        assertThat(NumberFormats.time(59.97)).isEqualTo("1 min 00 s");
        assertThat(NumberFormats.time(192)).isEqualTo("3 min 12 s");
        assertThat(NumberFormats.time(18_420)).isEqualTo("5 h 07 min");
    }

    @Test
    void epochsLoseTheirEmptyDecimals() {
        assertThat(NumberFormats.epochs(2.5)).isEqualTo("2.50");
        assertThat(NumberFormats.epochs(3)).isEqualTo("3");
        assertThat(NumberFormats.epochs(10.04)).isEqualTo("10");
    }
}
