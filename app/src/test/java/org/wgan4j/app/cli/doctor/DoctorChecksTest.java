package org.wgan4j.app.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.doctor.Check.Verdict;

class DoctorChecksTest {
    @Test
    void modelAndFeaturesAreReadFromLinux() {
        Processor processor = Processor.parse("""
                processor\t: 0
                model name\t: Example 9000
                flags\t\t: fpu sse2 avx2 fma avx512f avx512_bf16 amx_tile

                processor\t: 1
                model name\t: Example 9000
                """);
        assertThat(processor)
                .isEqualTo(new Processor("Example 9000", List.of("avx2", "fma", "avx512", "bf16", "amx"), true));
    }

    @Test
    void aTextWithoutFlagsGivesNoFeaturesAndNoWarning() {
        Processor processor = Processor.parse("nothing here\n:\nflags");
        assertThat(processor.known()).isFalse();
        assertThat(MachineChecks.checkProcessor(processor, "amd64").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void anOldProcessorIsWarnedAboutAndUsable() {
        Check check = MachineChecks.checkProcessor(new Processor("Old", List.of(), true), "amd64");
        assertThat(check.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(check.usable()).isTrue();
        assertThat(check.observation()).contains("no avx2");
    }

    @Test
    void platformsAreSpeltAsTheNativeLibrariesAre() {
        assertThat(MachineChecks.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(MachineChecks.platform("Mac OS X", "aarch64")).isEqualTo("macosx-arm64");
        assertThat(MachineChecks.platform("Windows 11", "amd64")).isEqualTo("windows-x86_64");
        assertThat(MachineChecks.platform("Linux", "aarch64")).isEqualTo("linux-arm64");
    }

    @Test
    void littleMemoryIsWarnedAbout() {
        assertThat(MachineChecks.checkMemory(1.5, 0.4).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(MachineChecks.checkMemory(16, 4).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aLibraryThatDoesNotLoadFailsWithAdvice() {
        Check check = NativeLibrary.check(() -> {
            throw new UnsatisfiedLinkError("no jnitorch");
        });
        assertThat(check.usable()).isFalse();
        assertThat(check.observation()).contains("no jnitorch");
        assertThat(NativeLibrary.check(() -> "libtorch 2").usable()).isTrue();
    }

    @Test
    void aFolderThatDoesNotExistYetIsJudgedByItsNearestParent(@TempDir Path folder) {
        Check check = SpaceChecks.space("cache", folder.resolve("a/b/c"), "or choose another");
        assertThat(check.usable()).isTrue();
        assertThat(check.observation()).contains("GiB free");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aFileWhereAFolderShouldBeFails(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(SpaceChecks.space("cache", file.resolve("a"), "or choose another")
                        .usable())
                .isFalse();
    }

    @Test
    void theEmbeddedFilesAreTheOfficialOnes() {
        assertThat(EmbeddedData.mnist().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aComplaintWithoutAdviceIsRefused() {
        assertThatThrownBy(() -> new Check("x", Verdict.FAILED, "y", " ")).hasMessageContaining("without advice");
    }
}
