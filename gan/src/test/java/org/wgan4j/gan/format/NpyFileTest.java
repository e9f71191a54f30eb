package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {
    static final NpyArray.UInt8 UINT8 = new NpyArray.UInt8(new int[] {2, 3, 4}, elevens());
    static final NpyArray.Float32 FLOAT32 =
            new NpyArray.Float32(new int[] {2, 3}, new float[] {-0.5f, -0.375f, -0.25f, -0.125f, 0, 0.125f});
    static final NpyArray.Float64 FLOAT64 =
            new NpyArray.Float64(new int[] {3}, new double[] {1.0 / 3, Double.NEGATIVE_INFINITY, Double.MIN_VALUE});

    @TempDir
    private Path folder;

    static Stream<Arguments> filesOfNumPy() {
        return Stream.of(
                Arguments.of("uint8.npy", UINT8),
                Arguments.of("int64.npy", new NpyArray.Int64(new int[] {3}, new long[] {0, 1, 2})),
                Arguments.of("float32.npy", FLOAT32),
                Arguments.of("float64.npy", FLOAT64),
                Arguments.of("scalar.npy", new NpyArray.Float32(new int[0], new float[] {2.5f})));
    }

    @ParameterizedTest
    @MethodSource("filesOfNumPy")
    void numPysFilesAreReadAndWrittenByteForByte(String name, NpyArray array) throws IOException {
        assertThat(NpyFile.read(Golden.path(name))).isEqualTo(array).hasSameHashCodeAs(array);
        Path path = folder.resolve(name);
        NpyFile.write(path, array);
        assertThat(Files.readAllBytes(path)).isEqualTo(Golden.bytes(name));
    }

    @Test
    void version2IsRead() {
        assertThat(NpyFile.read(Golden.path("version2.npy"))).isEqualTo(FLOAT32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<i4", ">f4", "<c8"})
    void otherTypesAreRefusedByName(String type) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1,)}";
        assertThatThrownBy(() -> NpyFile.read(new ByteArrayInputStream(npy(header, 9)), "file"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("file", "type " + type);
    }

    @Test
    void fortranOrderIsRefusedByName() {
        assertThatThrownBy(() -> NpyFile.read(Golden.path("fortran.npy")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("fortran.npy", "Fortran order");
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = Golden.bytes("float32.npy");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> NpyFile.read(new ByteArrayInputStream(cut), "cut"))
                    .isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void trailingBytesAreRefused() {
        byte[] whole = Golden.bytes("float32.npy");
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> NpyFile.read(new ByteArrayInputStream(longer), "longer"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("trailing bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shape\":(1,),\"fortran_order\":False,\"descr\":\"|u1\"}",
                " { 'descr' : '|u1' , 'fortran_order' : False , 'shape' : ( 1 ) , } \n"
            })
    void theHeadersDictionaryMayBeSpelledOtherwise(String header) {
        assertThat(NpyFile.read(new ByteArrayInputStream(npy(header, 9)), "file"))
                .isEqualTo(new NpyArray.UInt8(new int[] {1}, new byte[] {9}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'descr': '|u1', 'fortran_order': False}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), 'extra': '1'}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': '1'}",
                "{'descr': '|u1', 'fortran_order': '', 'shape': (1,)}",
                "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (-1,)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (99999999999,)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (65536, 65536)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} 1",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '>f4', 'fortran_order': False, 'shape': ()}",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}"
            })
    void otherHeadersAreRefused(String header) {
        assertThatThrownBy(() -> NpyFile.read(new ByteArrayInputStream(npy(header, 9)), "file"))
                .isInstanceOf(MalformedFileException.class);
    }

    @Test
    void shapesThatDoNotFitTheValuesAreRefused() {
        assertThatThrownBy(() -> new NpyArray.Float32(new int[] {2, 2}, new float[3]))
                .hasMessageContainingAll("3", "4");
        assertThatThrownBy(() -> new NpyArray.UInt8(new int[] {-1}, new byte[1]))
                .hasMessageContaining("-1");
    }

    @Test
    void damagedFilesNeverCauseAnotherError() {
        Mutations.attack(
                20_000,
                bytes -> NpyFile.read(new ByteArrayInputStream(bytes), "damaged"),
                Golden.bytes("uint8.npy"),
                Golden.bytes("float32.npy"),
                Golden.bytes("version2.npy"));
    }

    private static byte[] npy(String header, int value) {
        String start = "\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000";
        return (start + header + (char) value).getBytes(ISO_8859_1);
    }

    private static byte[] elevens() {
        byte[] values = new byte[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (11 * i);
        }
        return values;
    }
}
