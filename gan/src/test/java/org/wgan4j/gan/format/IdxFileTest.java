package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;

class IdxFileTest {
    static final byte[] SMALL = HexFormat.of().parseHex("000008020000000200000003" + "010203040506");

    @TempDir
    private Path folder;

    @Test
    void theLayoutIsTheOneOfTheMnistPage() {
        IdxFile file = IdxFile.read(new ByteArrayInputStream(SMALL), "small");
        assertThat(file).isEqualTo(new IdxFile(new int[] {2, 3}, new byte[] {1, 2, 3, 4, 5, 6}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file.gz"})
    void whatIsWrittenIsRead(String name) throws IOException {
        IdxFile file = new IdxFile(new int[] {3, 1, 2}, new byte[] {0, 1, 127, -128, -1, 5});
        Path path = folder.resolve(name);
        file.write(path);
        assertThat(IdxFile.read(path)).isEqualTo(file).hasSameHashCodeAs(file);
        assertThat(Files.readAllBytes(path)[0]).isEqualTo(name.endsWith(".gz") ? (byte) 0x1f : 0);
    }

    @Test
    void compressionIsSeenWhateverTheNameSays() throws IOException {
        Path path = folder.resolve("plain-name");
        Files.write(path, gzip(SMALL));
        assertThat(IdxFile.read(path).dimensions()).containsExactly(2, 3);
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < SMALL.length; length++) {
            byte[] cut = Arrays.copyOf(SMALL, length);
            assertThatThrownBy(() -> IdxFile.read(new ByteArrayInputStream(cut), "cut"))
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageStartingWith("cut: found the end of the file");
        }
    }

    @Test
    void everyTruncationOfACompressedFileIsRefused() throws IOException {
        byte[] whole = gzip(SMALL);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> IdxFile.read(new ByteArrayInputStream(cut), "cut"))
                    .isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void truncatedFileIsRefusedWithItsLength() {
        byte[] cut = Arrays.copyOf(SMALL, SMALL.length - 2);
        assertThatThrownBy(() -> IdxFile.read(new ByteArrayInputStream(cut), "cut.idx"))
                .hasMessageContainingAll("cut.idx", "after 4 bytes", "expected 6 bytes");
    }

    @Test
    void trailingBytesAreRefused() {
        byte[] longer = Arrays.copyOf(SMALL, SMALL.length + 1);
        assertThatThrownBy(() -> IdxFile.read(new ByteArrayInputStream(longer), "longer"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("trailing bytes after byte 18");
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a, 89504e47",
        "0000090100000000, signed byte",
        "00000d0100000000, 32-bit float",
        "0000ff0100000000, ff",
        "00000800, no dimensions",
        "0000080180000000, '2,147,483,648'",
        "000008020001000000010000, a product of at most"
    })
    void whatIsNoIdxFileOfBytesIsRefusedByName(String hex, String named) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> IdxFile.read(new ByteArrayInputStream(bytes), "other"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aHugeClaimCostsNoMemory() {
        byte[] claim = HexFormat.of().parseHex("000008017fffffff" + "00");
        assertThatThrownBy(() -> IdxFile.read(new ByteArrayInputStream(claim), "claim"))
                .isInstanceOf(MalformedFileException.class);
        byte[] largest = HexFormat.of().parseHex("000008017ffffff7" + "00");
        assertThatThrownBy(() -> IdxFile.read(new ByteArrayInputStream(largest), "claim"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("after 1 bytes");
    }

    @Test
    void noItemsAreAValidFile() {
        byte[] none = HexFormat.of().parseHex("000008020000000000000003");
        assertThat(IdxFile.read(new ByteArrayInputStream(none), "none").bytes()).isEmpty();
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> IdxFile.read(folder.resolve("absent")))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("no file", "absent");
        assertThatThrownBy(() -> IdxFile.read(folder))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void dimensionsThatDoNotFitTheValuesAreRefused() {
        assertThatThrownBy(() -> new IdxFile(new int[] {2, 2}, new byte[3]))
                .hasMessageContainingAll("3", "[2, 2]", "4");
        assertThatThrownBy(() -> new IdxFile(new int[0], new byte[1])).hasMessageContaining("0 dimensions");
        assertThatThrownBy(() -> new IdxFile(new int[] {-1}, new byte[1])).hasMessageContaining("-1");
    }

    @Test
    void damagedFilesNeverCauseAnotherError() throws IOException {
        Mutations.attack(20_000, bytes -> IdxFile.read(new ByteArrayInputStream(bytes), "damaged"), SMALL, gzip(SMALL));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
