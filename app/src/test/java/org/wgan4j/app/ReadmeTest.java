package org.wgan4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command and the program of the README run, one after the other in an empty folder; only trainings are made short. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final List<String> SHORT = List.of(
            "--steps",
            "2",
            "--set",
            "batchSize=4",
            "--set",
            "data.name=mnist-test",
            "--set",
            "runtime.precision=float32");

    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheReadmeRuns() throws Exception {
        List<String> commands = blocks("sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*$", "").strip())
                .filter(line -> line.startsWith("./wgan4j "))
                .toList();
        assertThat(commands).hasSizeGreaterThan(7);
        for (String command : commands) {
            List<String> arguments = new ArrayList<>(Arrays.asList(command.split("\\s+")));
            arguments.remove(0);
            run("org.wgan4j.app.cli.Wgan4j", System.getProperty("java.class.path"), shortened(arguments));
        }
        assertThat(folder.resolve("runs/mine/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("samples.npz")).isNotEmptyFile();
        assertThat(folder.resolve("walk.gif")).isNotEmptyFile();
    }

    private static List<String> shortened(List<String> arguments) {
        boolean trains = arguments.get(0).equals("train") && !arguments.contains("--dry-run");
        if (!trains && !arguments.get(0).equals("resume")) {
            return arguments;
        }
        List<String> shorter = new ArrayList<>(arguments);
        int epochs = shorter.indexOf("--epochs");
        if (epochs >= 0) {
            shorter.subList(epochs, epochs + 2).clear();
        }
        shorter.addAll(trains ? SHORT : List.of("--steps", "3"));
        return shorter;
    }

    @Test
    void theProgramOfTheReadmeCompilesAndRuns() throws Exception {
        String code = blocks("java").get(0).replace("steps=40", "steps=2\", \"batchSize=4\", \"data.name=mnist-test");
        int afterImports = code.lastIndexOf("\nimport ");
        int body = code.indexOf('\n', afterImports + 1);
        Path source = Files.writeString(
                folder.resolve("Fives.java"),
                code.substring(0, body)
                        + "\npublic class Fives { public static void main(String[] a) throws Exception {\n"
                        + code.substring(body) + "\n}}\n");
        String classPath = System.getProperty("java.class.path");
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        String output = run("Fives", folder + System.getProperty("path.separator") + classPath, List.of());
        assertThat(output).contains("wasserstein_estimate", "64");
    }

    private String run(String main, String classPath, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                absolute(classPath),
                main));
        command.addAll(arguments);
        Path output = folder.resolve("output.txt");
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exit).as("%s%n%s", arguments, text).isZero();
        return text;
    }

    private static String absolute(String classPath) {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                Arrays.stream(classPath.split(Pattern.quote(separator), -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
