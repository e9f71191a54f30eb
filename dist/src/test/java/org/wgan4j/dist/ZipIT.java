package org.wgan4j.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip, unpacked into an empty folder, runs with the Java of this test and without Maven. */
class ZipIT {
    private static final String VERSION = Objects.requireNonNull(System.getProperty("wgan4j.version"));
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    @TempDir
    private static Path folder;

    private static Path home = Path.of(".");

    private record Answer(int code, String out, String err) {}

    @BeforeAll
    static void unpack() throws IOException {
        Path zip = Path.of(Objects.requireNonNull(System.getProperty("wgan4j.zip")));
        Path target = Files.createDirectories(folder.resolve("a folder"));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(in, file);
                }
            }
        }
        home = target.resolve("wgan4j-" + VERSION);
        if (!WINDOWS) {
            // Java's reader of zips does not know of permissions; unzip does.
            Files.setPosixFilePermissions(home.resolve("bin/wgan4j"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void itHoldsTheLaunchersTheJarsTheLicenceAndTheReadme() throws IOException {
        try (Stream<Path> top = Files.list(home);
                Stream<Path> bin = Files.list(home.resolve("bin"));
                Stream<Path> lib = Files.list(home.resolve("lib"))) {
            assertThat(names(top)).containsExactlyInAnyOrder("bin", "lib", "LICENSE", "README.md", "CHANGELOG.md");
            assertThat(names(bin)).containsExactlyInAnyOrder("wgan4j", "wgan4j.cmd");
            assertThat(names(lib))
                    .contains("wgan4j.jar", "wgan4j-gan-" + VERSION + ".jar", "wgan4j-transport-" + VERSION + ".jar")
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.startsWith("junit") || name.startsWith("wgan4j-bench"));
        }
    }

    @Test
    void theShellScriptHasNoCarriageReturnAndTheBatchFileHasThem() throws IOException {
        assertThat(Files.readString(home.resolve("bin/wgan4j"))).doesNotContain("\r");
        assertThat(Files.readString(home.resolve("bin/wgan4j.cmd"))).contains("\r\n");
    }

    @Test
    void itSaysItsVersion() throws Exception {
        Answer answer = run("--version");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("wgan4j " + VERSION);
    }

    @Test
    void itComputesADistance() throws Exception {
        Answer answer = run("emd", "--from", "0,1", "--to", "1,0");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("1");
    }

    @Test
    void itShowsWhatATrainingWouldDo() throws Exception {
        Answer answer = run("train", "quick", "--dry-run");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out() + answer.err()).contains("generator", "critic");
    }

    @Test
    void itTrains() throws Exception {
        Answer answer = run("train", "ring", "--steps", "2", "--set", "quality.everySteps=0", "--out", "trained");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(folder.resolve("trained/report.html")).exists();
    }

    @Test
    void aMistakeEndsWithItsExitCode() throws Exception {
        assertThat(run("no-such-command").code()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLauncherWithoutItsJarsIsOneSentence() throws Exception {
        Path alone = Files.createDirectories(folder.resolve("alone/bin")).resolve("wgan4j");
        Files.copy(home.resolve("bin/wgan4j"), alone, StandardCopyOption.COPY_ATTRIBUTES);
        Answer answer = run(alone, "doctor");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("wgan4j.jar", "unpack the whole zip");
    }

    private static List<String> names(Stream<Path> files) {
        return files.map(file -> String.valueOf(file.getFileName())).toList();
    }

    private static Answer run(String... arguments) throws IOException, InterruptedException {
        return run(home.resolve(WINDOWS ? "bin/wgan4j.cmd" : "bin/wgan4j"), arguments);
    }

    private static Answer run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WGAN4J_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text, Files.readString(err));
        }
    }
}
