package org.wgan4j.gan.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why libtorch does not load is said with the folder and the reason. */
class NativeLibrariesTest {
    @TempDir
    Path folder;

    private static UnsatisfiedLinkError failure(String innermost) {
        UnsatisfiedLinkError outer = new UnsatisfiedLinkError("no jnitorch in java.library.path: /usr/lib:/lib");
        outer.initCause(new UnsatisfiedLinkError(innermost));
        return outer;
    }

    @Test
    void aFolderThatForbidsLibrariesIsNamedWithThatReason() {
        String sentence = NativeLibraries.sentence(
                failure(folder + "/libjnitorch.so: failed to map segment from shared object"), "linux-x86_64", folder);
        assertThat(sentence).contains(folder.toString(), "noexec", "org.bytedeco.javacpp.cachedir");
        assertThat(sentence).doesNotContain("java.library.path");
    }

    @Test
    void aDamagedLibraryIsNamedWithTheInnermostReason() {
        String sentence = NativeLibraries.sentence(failure("libtorch.so: file too short"), "linux-x86_64", folder);
        assertThat(sentence).contains(folder.toString()).containsAnyOf("file too short", "MB free");
    }

    @Test
    void aPlatformWithoutABuildIsToldWhichHaveOne() {
        assertThat(NativeLibraries.sentence(failure("x"), "linux-arm64", folder))
                .contains("linux-arm64", "linux-x86_64", "macosx-arm64", "windows-x86_64");
    }

    @Test
    void aMissingFolderIsAskedFor() {
        assertThat(NativeLibraries.sentence(failure("x"), "linux-x86_64", null))
                .contains("none can be made", "org.bytedeco.javacpp.cachedir");
    }
}
