package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzz targets of the parsers: any bytes are either read or refused as malformed.
 *
 * <p>In a build the seeds alone run. New inputs are searched for with {@code JAZZER_FUZZ=1}, one method chosen
 * ({@code -Dtest=FormatFuzzTest#idx}) and {@code -Djazzer.hooks=true -Djazzer.max_duration=1m}.
 */
class FormatFuzzTest {
    static Stream<byte[]> idxSeeds() throws IOException {
        return Stream.of(new byte[0], IdxFileTest.SMALL, IdxFileTest.gzip(IdxFileTest.SMALL));
    }

    @MethodSource("idxSeeds")
    @FuzzTest
    void idx(byte[] bytes) {
        assertThat(readOrRefused(() -> IdxFile.read(new ByteArrayInputStream(bytes), "fuzzed")))
                .isTrue();
    }

    static Stream<byte[]> npySeeds() {
        return Stream.of("uint8.npy", "float32.npy", "float64.npy", "scalar.npy", "fortran.npy", "version2.npy")
                .map(Golden::bytes);
    }

    @MethodSource("npySeeds")
    @FuzzTest
    void npy(byte[] bytes) {
        assertThat(readOrRefused(() -> NpyFile.read(new ByteArrayInputStream(bytes), "fuzzed")))
                .isTrue();
    }

    @MethodSource("npySeeds")
    @FuzzTest
    void npyNumbers(byte[] bytes) {
        assertThat(readOrRefused(() -> NpyNumbers.read(new ByteArrayInputStream(bytes), "fuzzed")))
                .isTrue();
    }

    static Stream<byte[]> csvSeeds() {
        return Stream.of(
                        "",
                        "1,2\n3,4\n",
                        "x;y\r\n1;-2e3\r\n",
                        "\ufeff# a\n1\t.5\n",
                        "1 2\n3\n",
                        "nan\n1\n",
                        "1,\n",
                        "\"\",x\nNA,inf\n",
                        "\ufeffx,y\n1e5,-INF\n")
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("csvSeeds")
    @FuzzTest
    void csv(byte[] bytes) {
        for (CsvFile.Range range : CsvFile.Range.values()) {
            assertThat(readOrRefused(() -> CsvFile.read(new ByteArrayInputStream(bytes), "fuzzed", range)))
                    .isTrue();
        }
    }

    static Stream<byte[]> npzSeeds() {
        return Stream.of("stored.npz", "compressed.npz").map(Golden::bytes);
    }

    @MethodSource("npzSeeds")
    @FuzzTest
    void npz(byte[] bytes) throws IOException {
        Path path = Files.createTempFile("fuzzed", ".npz");
        try {
            Files.write(path, bytes);
            assertThat(readOrRefused(() -> NpzFile.read(path))).isTrue();
            assertThat(readOrRefused(() -> NpzFile.names(path).forEach(name -> NpzFile.readNumbers(path, name))))
                    .isTrue();
        } finally {
            Files.delete(path);
        }
    }

    static Stream<byte[]> safetensorsSeeds() {
        byte[] whole = Golden.bytes("tensors.safetensors");
        return Stream.of(whole, Golden.bytes("float64.safetensors"), Arrays.copyOf(whole, whole.length / 2));
    }

    @MethodSource("safetensorsSeeds")
    @FuzzTest
    void safetensors(byte[] bytes) {
        assertThat(readOrRefused(() -> Safetensors.read(new ByteArrayInputStream(bytes), "fuzzed")))
                .isTrue();
    }

    private static boolean readOrRefused(Runnable parser) {
        try {
            parser.run();
        } catch (MalformedFileException refused) {
            return refused.getMessage() != null;
        }
        return true;
    }
}
