package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProtobufTest {
    @Test
    void theExamplesOfTheEncodingGuideComeOutAsPrinted() {
        assertThat(hex(new Protobuf().varint(1, 150))).isEqualTo("089601");
        assertThat(hex(new Protobuf().text(2, "testing"))).isEqualTo("120774657374696e67");
        assertThat(hex(new Protobuf().message(3, new Protobuf().varint(1, 150))))
                .isEqualTo("1a03089601");
    }

    @Test
    void negativeNumbersTakeTenBytes() {
        assertThat(hex(new Protobuf().varint(1, -1))).isEqualTo("08ffffffffffffffffff01");
        assertThat(hex(new Protobuf().varint(1, 0))).isEqualTo("0800");
    }

    @Test
    void fixedNumbersAreLittleEndian() {
        assertThat(hex(new Protobuf().fixed32(1, 0x01020304))).isEqualTo("0d04030201");
        assertThat(hex(new Protobuf().fixed64(1, 0x0102030405060708L))).isEqualTo("090807060504030201");
        assertThat(hex(new Protobuf().float32(2, 1f))).isEqualTo("150000803f");
        assertThat(hex(new Protobuf().float64(1, 1.0))).isEqualTo("09000000000000f03f");
    }

    @Test
    void highFieldNumbersTakeMoreBytes() {
        assertThat(hex(new Protobuf().varint(16, 1))).isEqualTo("800101");
        assertThatThrownBy(() -> new Protobuf().varint(0, 1)).hasMessageContaining("field 0");
        assertThatThrownBy(() -> new Protobuf().varint(1 << 29, 1)).hasMessageContaining("536870912");
    }

    private static String hex(Protobuf message) {
        return HexFormat.of().formatHex(message.toBytes());
    }
}
