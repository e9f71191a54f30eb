package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "|b1, 00, 0",
        "|b1, 01, 1",
        "|i1, fe, -2",
        "|u1, fe, 254",
        "<i2, feff, -2",
        ">i2, fffe, -2",
        "<u2, feff, 65534",
        "<i4, feffffff, -2",
        "<u4, feffffff, 4294967294",
        "<i8, feffffffffffffff, -2",
        ">i8, 0000000000000102, 258",
        "<u8, 00000000000000ff, 18374686479671623680",
        "<f2, 003c, 1",
        "<f2, 00c0, -2",
        "<f2, 0100, 5.960464477539063e-8",
        "<f2, ff7b, 65504",
        "<f2, 007c, Infinity",
        "<f4, 0000c03f, 1.5",
        ">f4, 3fc00000, 1.5",
        "<f8, 000000000000f83f, 1.5",
        ">f8, 3ff8000000000000, 1.5"
    })
    void everyRealTypeOfNumPyBecomesItsNumber(String type, String bytes, double value) {
        NumberTable table = read(header(type, false, "(1,)"), HexFormat.of().parseHex(bytes));
        assertThat(table.flat()).containsExactly(value);
        assertThat(table.shape()).containsExactly(1);
    }

    static Stream<Arguments> filesOfNumPy() {
        return Stream.of(
                Arguments.of("uint8.npy", List.of(2, 3, 4), 2, 12, 11.0),
                Arguments.of("float32.npy", List.of(2, 3), 2, 3, -0.375),
                Arguments.of("fortran.npy", List.of(2, 3), 2, 3, -0.375),
                Arguments.of("version2.npy", List.of(2, 3), 2, 3, -0.375),
                Arguments.of("float64.npy", List.of(3), 1, 3, Double.NEGATIVE_INFINITY),
                Arguments.of("int64.npy", List.of(3), 1, 3, 1.0));
    }

    @ParameterizedTest
    @MethodSource("filesOfNumPy")
    void theFilesOfNumPyAreReadInEitherOrder(String name, List<Integer> shape, int height, int width, double second) {
        NumberTable table = NpyNumbers.read(Golden.path(name));
        assertThat(table.shape()).isEqualTo(shape);
        assertThat(List.of(table.height(), table.width())).containsExactly(height, width);
        assertThat(table.at(0, 1)).isEqualTo(second);
        assertThat(table.flat()).hasSize(height * width);
    }

    @Test
    void fortranOrderAndCOrderOfTheSameArrayAreEqual() {
        assertThat(NpyNumbers.read(Golden.path("fortran.npy")).flat())
                .containsExactly(NpyNumbers.read(Golden.path("float32.npy")).flat(), within(0.0));
        byte[] columns = {1, 2, 3, 4, 5, 6};
        assertThat(read(header("|u1", true, "(2, 3)"), columns).flat()).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @ParameterizedTest
    @CsvSource({"<f8", "<f4", ">i4", "|u1"})
    void arraysOfThreeAxesInFortranOrderAreRead(String type) {
        int[] sizes = {2, 3, 4};
        int bytes = type.charAt(2) - '0';
        ByteBuffer values = ByteBuffer.allocate(24 * bytes)
                .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < sizes[2]; k++) {
            for (int j = 0; j < sizes[1]; j++) {
                for (int i = 0; i < sizes[0]; i++) {
                    int value = 100 * i + 10 * j + k;
                    switch (type) {
                        case "<f8" -> values.putDouble(value);
                        case "<f4" -> values.putFloat(value);
                        case ">i4" -> values.putInt(value);
                        default -> values.put((byte) value);
                    }
                }
            }
        }
        NumberTable table = read(header(type, true, "(2, 3, 4)"), values.array());
        assertThat(table.shape()).containsExactly(2, 3, 4);
        for (int i = 0; i < sizes[0]; i++) {
            for (int j = 0; j < sizes[1]; j++) {
                for (int k = 0; k < sizes[2]; k++) {
                    assertThat(table.at(i, 4 * j + k)).isEqualTo(100 * i + 10 * j + k);
                }
            }
        }
    }

    @Test
    void singlePrecisionStaysSingle() {
        assertThat(NpyNumbers.read(Golden.path("float32.npy"))).isInstanceOf(NumberTable.Singles.class);
        assertThat(NpyNumbers.read(Golden.path("float64.npy"))).isInstanceOf(NumberTable.Doubles.class);
    }

    @Test
    void moreRowsThanTheFirstRoomHoldsAreReadToo() {
        byte[] values = new byte[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        double[] flat = read(header("|i1", false, "(2500, 2)"), values).flat();
        assertThat(flat).hasSize(5000);
        for (int i = 0; i < flat.length; i++) {
            assertThat(flat[i]).isEqualTo((byte) i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(0,)", "(2147483647, 0)", "(2147483647, 2147483647)", "(2147483647, 1)", "(2147483647,)"})
    void claimedSizesCostNothing(String shape) {
        assertThatThrownBy(() -> read(header("<f8", false, shape), new byte[16]))
                .isInstanceOf(MalformedFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c16", "|O", "<U3", "|S1", "<M8[ns]", "f4", ""})
    void otherTypesAreRefusedByName(String type) {
        assertThatThrownBy(() -> read(header(type, false, "(1,)"), new byte[16]))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("type " + type, "float64", "uint8");
    }

    @Test
    void everyTruncationAndTrailingByteIsRefused() {
        for (String name : List.of("float32.npy", "fortran.npy", "int64.npy")) {
            byte[] whole = Golden.bytes(name);
            for (int length = 0; length <= whole.length + 1; length++) {
                byte[] other = Arrays.copyOf(whole, length);
                if (length != whole.length) {
                    assertThatThrownBy(() -> NpyNumbers.read(new ByteArrayInputStream(other), "cut"))
                            .isInstanceOf(MalformedFileException.class);
                }
            }
        }
    }

    @Test
    void damagedFilesNeverCauseAnotherError() {
        Mutations.attack(
                20_000,
                bytes -> NpyNumbers.read(new ByteArrayInputStream(bytes), "damaged"),
                Golden.bytes("uint8.npy"),
                Golden.bytes("fortran.npy"),
                Golden.bytes("float64.npy"));
    }

    private static String header(String type, boolean fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                + "}";
    }

    private static NumberTable read(String header, byte[] values) {
        byte[] start = ("\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000" + header).getBytes(ISO_8859_1);
        byte[] file = Arrays.copyOf(start, start.length + values.length);
        System.arraycopy(values, 0, file, start.length, values.length);
        return NpyNumbers.read(new ByteArrayInputStream(file), "file");
    }
}
