package org.wgan4j.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Java that tells how it was called and a Maven that tells that it was. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    /** Tests run in the folder of the module. */
    private static final Path LAUNCHER = Path.of("..", "wgan4j");

    @TempDir
    private Path folder;

    private Path root;
    private Path javaHome;
    private Path tools;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void layACheckout() throws IOException {
        folder = folder.toRealPath();
        root = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(LAUNCHER, root.resolve("wgan4j"));
        Files.createDirectories(root.resolve("app/src/main"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("app/pom.xml"), "<project/>");
        javaHome = folder.resolve("jdk");
        program(javaHome.resolve("bin/javac"), "exit 0");
        program(
                javaHome.resolve("bin/java"),
                "for argument; do echo \"<$argument>\"; done; echo \"openblas $OPENBLAS_NUM_THREADS\"; exit 42");
        release("17.0.15");
        tools = folder.resolve("tools");
        program(
                tools.resolve("mvn"),
                "echo \"$@\" >>mvn-calls; mkdir -p app/target/lib; sleep 0.2; echo jar >app/target/wgan4j.jar");
        environment.put("JAVA_HOME", javaHome.toString());
        environment.put("PATH", tools + ":" + System.getenv("PATH"));
        old(root.resolve("pom.xml"), root.resolve("app/pom.xml"), root.resolve("app/src/main"));
    }

    private static void old(Path... files) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        }
    }

    private void release(String version) throws IOException {
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(Path workingFolder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WGAN4J_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Answer run(Path workingFolder, String... command) throws IOException, InterruptedException {
        Process process = start(workingFolder, List.of(command));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, err);
    }

    private Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("wgan4j").toString()));
        command.addAll(List.of(arguments));
        return run(folder, command.toArray(String[]::new));
    }

    private List<String> builds() throws IOException {
        Path calls = root.resolve("mvn-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    @Test
    void theFirstCallBuildsAndTheSecondDoesNot() throws Exception {
        assertThat(run("doctor").err()).isEqualTo("building wgan4j, about a minute the first time ...\n");
        assertThat(run("doctor").err()).isEmpty();
        assertThat(builds()).hasSize(1);
        assertThat(builds().get(0)).contains("package -pl app -am -DskipTests");
    }

    @Test
    void aNewerSourceADeletedSourceAndOtherBuildArgumentsBuildAnew() throws Exception {
        Path source = Files.writeString(root.resolve("app/src/main/A.java"), "");
        Path doomed = Files.writeString(root.resolve("app/src/main/B.java"), "");
        old(source, doomed, root.resolve("app/src/main"));
        run("doctor");
        Files.writeString(source, "class A {}");
        run("doctor");
        assertThat(builds()).hasSize(2);
        Files.delete(doomed);
        run("doctor");
        assertThat(builds()).hasSize(3);
        environment.put("WGAN4J_MAVEN_ARGUMENTS", "-Pcuda -o");
        run("doctor");
        run("doctor");
        assertThat(builds()).hasSize(4);
        assertThat(builds().get(3)).endsWith("-Pcuda -o");
    }

    @Test
    void callsAtTheSameTimeBuildOnce() throws Exception {
        List<String> command = List.of(root.resolve("wgan4j").toString(), "doctor");
        Process first = start(folder, command);
        Process second = start(folder, command);
        assertThat(first.waitFor()).isEqualTo(42);
        assertThat(second.waitFor()).isEqualTo(42);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void argumentsEnvironmentAndExitCodeArePassedOn() throws Exception {
        environment.put("WGAN4J_JAVA_OPTIONS", "-Xmx1g -Dx=y");
        Answer answer = run("train", "a b", "", "*");
        assertThat(answer.code()).isEqualTo(42);
        assertThat(answer.out())
                .contains("<-Xmx1g>\n<-Dx=y>\n", "<--enable-native-access=ALL-UNNAMED>", "openblas 1")
                .contains("<org.wgan4j.app.cli.Wgan4j>\n<train>\n<a b>\n<>\n<*>\n")
                .contains("<" + root + "/app/target/wgan4j.jar:" + root + "/app/target/lib/*>");
    }

    @Test
    void thePlainLocaleIsMadeOneThatKnowsAllLetters() throws Exception {
        program(javaHome.resolve("bin/java"), "echo \"locale <$LC_ALL>\"");
        program(tools.resolve("locale"), "[ \"$LC_ALL\" = de_DE.UTF-8 ] && echo UTF-8 || echo ANSI_X3.4-1968");
        environment.put("LC_ALL", "C");
        assertThat(run("doctor").out()).isEqualTo("locale <C.UTF-8>\n");
        environment.put("LC_ALL", "de_DE.UTF-8");
        assertThat(run("doctor").out()).isEqualTo("locale <de_DE.UTF-8>\n");
    }

    @Test
    void itWorksFromAnyFolderAndThroughSymbolicLinks() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("link"), Path.of("../a checkout/wgan4j"));
        Files.createSymbolicLink(bin.resolve("link-to-link"), bin.resolve("link"));
        String expected = "<" + root + "/app/target/wgan4j.jar:";
        assertThat(run(folder, bin.resolve("link-to-link").toString(), "x").out())
                .contains(expected);
        assertThat(run(bin, "./link", "x").out()).contains(expected);
        assertThat(run(root.resolve("app"), "../wgan4j", "x").out()).contains(expected);
    }

    @Test
    void aMissingJavaIsOneSentence() throws Exception {
        environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
        Answer answer = run("doctor");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("nowhere", "JDK 17 or later");
    }

    @Test
    void anOldJavaIsOneSentenceThatNamesIt() throws Exception {
        for (String version : List.of("1.8.0_392", "11.0.21", "16")) {
            release(version);
            Answer answer = run("doctor");
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.err().lines()).hasSize(1);
            assertThat(answer.err()).contains("Java " + version, "17 or later");
        }
        release("25");
        assertThat(run("doctor").code()).isEqualTo(42);
    }

    @Test
    void aMissingMavenIsOneSentence() throws Exception {
        Path few = folder.resolve("few");
        for (String tool : List.of("dirname", "readlink", "sed", "head", "cat", "find", "mkdir", "rm", "git")) {
            program(few.resolve(tool), "PATH=/bin:/usr/bin exec " + tool + " \"$@\"");
        }
        environment.put("PATH", few.toString());
        Answer answer = run("doctor");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("mvn is not on PATH");
    }

    @Test
    void aFailedBuildShowsItsLogAndIsTriedAgain() throws Exception {
        program(tools.resolve("mvn"), "echo 'no such symbol'; exit 1");
        Answer answer = run("doctor");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("no such symbol", "the build failed", "wgan4j-build.log");
        program(tools.resolve("mvn"), "mkdir -p app/target; echo jar >app/target/wgan4j.jar");
        assertThat(run("doctor").code()).isEqualTo(42);
    }
}
