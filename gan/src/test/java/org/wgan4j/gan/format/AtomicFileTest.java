package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
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

    @Test
    void aSymbolicLinkIsWrittenThrough() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), link);
        AtomicFile.write(second, out -> out.write(2));
        assertThat(Files.readAllBytes(file)).containsExactly(2);
        assertThat(link).isSymbolicLink();
        assertThat(second).isSymbolicLink();
    }

    @Test
    void aLinkToAFileThatIsNotThereYetMakesIt() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("new"));
        AtomicFile.write(link, "text");
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("new")).hasContent("text");
    }

    @Test
    void aLoopOfLinksIsRefused() throws IOException {
        Path one = folder.resolve("one");
        Files.createSymbolicLink(one, Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        assertThatThrownBy(() -> AtomicFile.write(one, "text"))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("one cannot be written");
    }

    @Test
    void aDeviceIsWrittenToAndStaysOne() {
        Path device = Path.of(File.separatorChar == '/' ? "/dev/null" : "NUL");
        AtomicFile.write(device, "text");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of(""), "text"))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("empty");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
