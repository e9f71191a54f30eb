package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkStaysAndTheFileThatItLeadsToIsReplaced() throws IOException {
        Path there = Files.write(folder.resolve("there"), new byte[] {1});
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("there"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("second"), link);
        AtomicFile.requireWritable(linkToLink);
        AtomicFile.write(linkToLink, out -> out.write(2));
        assertThat(link).isSymbolicLink();
        assertThat(linkToLink).isSymbolicLink();
        assertThat(Files.readAllBytes(there)).containsExactly(2);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkThatLeadsNowhereYetGetsItsFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("new/file"));
        AtomicFile.requireWritable(link);
        AtomicFile.write(link, out -> out.write(3));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllBytes(folder.resolve("new/file"))).containsExactly(3);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkToAFolderOnTheWayIsFollowed() throws IOException {
        Files.createDirectories(folder.resolve("there"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("there"));
        AtomicFile.requireWritable(link.resolve("file"));
        AtomicFile.write(link.resolve("file"), out -> out.write(4));
        assertThat(Files.readAllBytes(folder.resolve("there/file"))).containsExactly(4);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksInARingAreRefusedInASentence() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("other"));
        Files.createSymbolicLink(folder.resolve("other"), Path.of("one"));
        assertThatThrownBy(() -> AtomicFile.requireWritable(one))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("one");
        assertThatThrownBy(() -> AtomicFile.write(one, out -> out.write(1)))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("one");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsWrittenToAndNeverReplaced() {
        AtomicFile.requireWritable(Path.of("/dev/null"));
        AtomicFile.write(Path.of("/dev/null"), out -> out.write(1));
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThat(Path.of("/dev/null")).exists();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/full"), out -> out.write(new byte[1 << 18])))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("/dev/full");
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforehand() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        for (Path bad : List.of(folder, Path.of(""), file.resolve("below"), file.resolve("far/below"))) {
            assertThatThrownBy(() -> AtomicFile.requireWritable(bad))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("folder");
        }
        assertThatThrownBy(() -> AtomicFile.requireFolder(file))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("file", "no folder");
        AtomicFile.requireWritable(file);
        AtomicFile.requireWritable(folder.resolve("not/yet/there"));
        AtomicFile.requireFolder(folder);
        AtomicFile.requireFolder(folder.resolve("not/yet"));
        assertThat(names(folder)).containsExactly("file");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
