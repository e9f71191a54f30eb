package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;

class NpzFileTest {
    static final Map<String, NpyArray> ARRAYS = new TreeMap<>(
            Map.of("images", NpyFileTest.UINT8, "latents", NpyFileTest.FLOAT32, "third", NpyFileTest.FLOAT64));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stored.npz", "compressed.npz"})
    void numPysFilesAreRead(String name) {
        assertThat(NpzFile.read(Golden.path(name))).isEqualTo(ARRAYS);
    }

    @Test
    void whatIsWrittenIsRead() {
        Path path = folder.resolve("arrays.npz");
        NpzFile.write(path, ARRAYS);
        assertThat(NpzFile.read(path)).isEqualTo(ARRAYS);
    }

    @Test
    void equalArraysMakeEqualFiles() throws IOException {
        NpzFile.write(folder.resolve("one"), ARRAYS);
        NpzFile.write(folder.resolve("two"), ARRAYS);
        assertThat(Files.readAllBytes(folder.resolve("one"))).isEqualTo(Files.readAllBytes(folder.resolve("two")));
    }

    @Test
    void arraysAreNamedAndReadAsNumbersOneByOne() {
        Path path = folder.resolve("arrays.npz");
        NpyArray whole = new NpyArray.Int64(new int[] {3}, new long[] {3, 2, 1});
        NpzFile.write(path, Map.of("whole", whole, "images", NpyFileTest.UINT8));
        assertThat(NpzFile.names(path)).containsExactly("images", "whole");
        assertThat(NpzFile.readNumbers(path, "whole").flat()).containsExactly(3, 2, 1);
        assertThatThrownBy(() -> NpzFile.readNumbers(path, "other"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContainingAll("other", "images", "whole");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        byte[] whole = Golden.bytes("stored.npz");
        for (int length = 0; length < whole.length; length += 13) {
            Path path = Files.write(folder.resolve("cut" + length), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NpzFile.read(path)).isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void aChangedValueIsSeenByItsChecksum() throws IOException {
        byte[] bytes = Golden.bytes("stored.npz");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int firstValue = text.indexOf('\n', text.indexOf("'shape'")) + 1;
        bytes[firstValue] ^= 1;
        Path path = Files.write(folder.resolve("changed.npz"), bytes);
        assertThatThrownBy(() -> NpzFile.read(path))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void entriesThatAreNoArraysAreRefused() throws IOException {
        assertThatThrownBy(() -> NpzFile.read(zipWith("notes.txt")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> NpzFile.read(zipWith("text.npy")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("text.npy");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> NpzFile.read(folder.resolve("absent.npz")))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("absent.npz");
    }

    @Test
    void damagedFilesNeverCauseAnotherError() {
        Mutations.attack(
                1500,
                bytes -> read(folder.resolve("damaged.npz"), bytes),
                Golden.bytes("stored.npz"),
                Golden.bytes("compressed.npz"));
    }

    static void read(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        NpzFile.read(path);
    }

    private Path zipWith(String entry) throws IOException {
        Path path = folder.resolve("other.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("text".getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }
}
