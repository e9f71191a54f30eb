package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsMadeWithItsFoldersAndReplaced() throws IOException {
        Path file = folder.resolve("a/b/file");
        AtomicFile.write(file, out -> out.write(1));
        AtomicFile.write(file, out -> out.write(2));
        assertThat(Files.readAllBytes(file)).containsExactly(2);
        assertThat(names(folder.resolve("a/b"))).containsExactly("file");
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(2);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("file", "disk full");
        assertThat(Files.readAllBytes(file)).containsExactly(1);
        assertThat(names(folder)).isEqualTo(List.of("file"));
    }

    @Test
    void aFolderInTheWayIsNamed() throws IOException {
        Path taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("inner"));
        assertThatThrownBy(() -> AtomicFile.write(taken, out -> out.write(1)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("taken");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
