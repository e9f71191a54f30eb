package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    static final SortedMap<String, FloatTensor> TENSORS = new TreeMap<>(Map.of(
            "a.scale", new FloatTensor(new long[0], new float[] {7}),
            "b.weight", new FloatTensor(new long[] {2, 3}, new float[] {-0.5f, -0.375f, -0.25f, -0.125f, 0, 0.125f}),
            "empty", new FloatTensor(new long[] {0, 3}, new float[0])));
    static final Map<String, String> METADATA = Map.of("by", "safetensors", "quoted", "a \"b\" \\ \u00e9");

    @TempDir
    private Path folder;

    @Test
    void theReferenceLibrarysFileIsRead() {
        Safetensors file = Safetensors.read(Golden.path("tensors.safetensors"));
        assertThat(file.tensors()).isEqualTo(TENSORS);
        assertThat(file.metadata()).isEqualTo(METADATA);
    }

    @Test
    void whatIsWrittenIsReadBitByBit() {
        float[] odd = {Float.MIN_VALUE, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE};
        SortedMap<String, FloatTensor> tensors = new TreeMap<>(TENSORS);
        tensors.put("odd \n \"name\" \u6570", new FloatTensor(new long[] {5}, odd));
        Path path = folder.resolve("file.safetensors");
        Safetensors.write(path, tensors, METADATA);
        assertThat(Safetensors.read(path)).isEqualTo(new Safetensors(tensors, new TreeMap<>(METADATA)));
    }

    @Test
    void noTensorsAndNoMetadataAreAValidFile() {
        Path path = folder.resolve("none.safetensors");
        Safetensors.write(path, new TreeMap<>(), Map.of());
        assertThat(Safetensors.read(path)).isEqualTo(new Safetensors(new TreeMap<>(), new TreeMap<>()));
    }

    @Test
    void valuesBeginAtAMultipleOfEightBytes() throws IOException {
        for (int length = 1; length < 20; length++) {
            Path path = folder.resolve("aligned");
            Safetensors.write(path, TENSORS, Map.of("k", "x".repeat(length)));
            long header = ByteBuffer.wrap(Files.readAllBytes(path))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
            assertThat(header % 8).isZero();
        }
    }

    @Test
    void anotherTypeIsRefusedByName() {
        assertThatThrownBy(() -> Safetensors.read(Golden.path("float64.safetensors")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("type F64", "F32");
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = Golden.bytes("tensors.safetensors");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(cut), "cut"))
                    .isInstanceOf(MalformedFileException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; 1; trailing bytes",
                "[]; 0; does not begin with {",
                "{} {}; 0; more after the end",
                "{}x; 0; not valid JSON",
                "{\"a\":1}; 0; tensor a",
                "{\"a\":{}}; 0; without all of its keys",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}; 4; two data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}}; 4; a key x",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}; 8; 4 bytes for its shape [1]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}; 8; expected offset 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}; 8; offsets 4 to 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}; 4; whole numbers",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}; 4; whole numbers",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}; 4; JSON",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}; 0; 2^61",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[536870912],\"data_offsets\":[0,2147483648]}}; 4; what an array",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[500000000],\"data_offsets\":[0,2000000000]}}; 4; the end of the file",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}; 0; Duplicate",
                "{\"__metadata__\":{\"a\":1}}; 0; __metadata__ a",
                "{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}; 0; Duplicate"
            })
    void otherHeadersAreRefusedByWhatIsWrong(String header, int dataBytes, String named) {
        assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(file(header, dataBytes)), "file"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(named);
    }

    @Test
    void overlappingTensorsAreRefused() {
        String overlapping = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}";
        assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(file(overlapping, 12)), "file"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("tensor b at offset 4", "offset 8");
    }

    @Test
    void aHeaderThatClaimsTooMuchIsRefused() {
        byte[] bytes = file("{}", 0);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(100_000_001);
        assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes), "file"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("100000001", "100,000,000");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(-1);
        assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes), "file"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("18446744073709551615");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() ->
                        Safetensors.read(new ByteArrayInputStream(file("{\"a\":" + "[".repeat(100_000), 0)), "file"))
                .isInstanceOf(MalformedFileException.class);
    }

    @Test
    void aTensorCannotTakeTheNameOfTheMetadata() {
        SortedMap<String, FloatTensor> tensors = new TreeMap<>(Map.of("__metadata__", TENSORS.get("empty")));
        assertThatThrownBy(() -> Safetensors.write(folder.resolve("file"), tensors, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShapeThatDoesNotFitTheValuesIsRefused() {
        assertThatThrownBy(() -> new FloatTensor(new long[] {2, 2}, new float[3]))
                .hasMessageContainingAll("3", "4");
        assertThatThrownBy(() -> new FloatTensor(new long[] {-2}, new float[2])).hasMessageContaining("-2");
    }

    @Test
    void damagedFilesNeverCauseAnotherError() {
        Mutations.attack(
                20_000,
                bytes -> Safetensors.read(new ByteArrayInputStream(bytes), "damaged"),
                Golden.bytes("tensors.safetensors"));
    }

    private static byte[] file(String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }
}
