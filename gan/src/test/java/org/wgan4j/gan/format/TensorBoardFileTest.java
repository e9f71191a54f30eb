package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;

class TensorBoardFileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000, 250_000_000));

    @TempDir
    private Path folder;

    @Test
    void theBytesAreThoseOfTensorBoardsOwnWriter() throws IOException {
        byte[] picture = new byte[200];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) i;
        }
        Path path;
        try (TensorBoardFile file = TensorBoardFile.open(folder, CLOCK)) {
            path = file.path();
            file.scalar(1, "critic_loss", -1.5f);
            file.image(300, "samples", 2, 300, 1, picture);
            file.startSession(301);
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(Golden.bytes("events.tfevents"));
    }

    @Test
    void theChecksumIsTheMaskedCrc32c() {
        int crc = 0xe3069283; // CRC-32C of the digits 1 to 9, the check value of the algorithm
        int masked = TensorBoardFile.maskedCrc("123456789".getBytes(US_ASCII));
        assertThat(Integer.rotateLeft(masked - 0xa282ead8, 15)).isEqualTo(crc);
    }

    @Test
    void filesOfOneFolderSortInTheOrderInWhichTheyWereBegun() throws IOException {
        Path begun = folder.resolve("new/events");
        for (int i = 0; i < 12; i++) {
            TensorBoardFile file = TensorBoardFile.open(begun, i < 11 ? CLOCK : InstantSource.system());
            file.close();
            try (var paths = Files.list(begun)) {
                assertThat(paths.sorted().reduce((a, b) -> b)).contains(file.path());
            }
            assertThat(file.path().getFileName().toString()).startsWith("events.out.tfevents.");
        }
    }

    @Test
    void aFileSortsBehindTheOthersAlsoWhereTheClockWasPutBack() throws IOException {
        TensorBoardFile.open(folder, CLOCK).close();
        Files.createFile(folder.resolve("events.out.tfevents.1700000900.other.host"));
        Files.createFile(folder.resolve("notes.txt"));
        InstantSource earlier = InstantSource.fixed(Instant.ofEpochSecond(1_600_000_000));
        for (int i = 1; i <= 3; i++) {
            TensorBoardFile file = TensorBoardFile.open(folder, earlier);
            file.close();
            assertThat(file.path()).hasFileName("events.out.tfevents." + (1_700_000_900 + i) + ".wgan4j");
        }
    }

    @Test
    void flushedEventsAreInTheFile() throws IOException {
        try (TensorBoardFile file = TensorBoardFile.open(folder, CLOCK)) {
            file.flush();
            long before = Files.size(file.path());
            file.scalar(1, "loss", 2);
            file.flush();
            assertThat(Files.size(file.path())).isGreaterThan(before);
        }
    }

    @Test
    void picturesOfNoSizeAreRefused() {
        try (TensorBoardFile file = TensorBoardFile.open(folder, CLOCK)) {
            assertThatThrownBy(() -> file.image(1, "samples", 0, 3, 1, new byte[0]))
                    .hasMessageContaining("0 by 3");
            assertThatThrownBy(() -> file.image(1, "samples", 3, 3, 5, new byte[0]))
                    .hasMessageContaining("5 channels");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> TensorBoardFile.open(taken, CLOCK))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("taken");
    }
}
