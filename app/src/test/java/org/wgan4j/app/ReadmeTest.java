package org.wgan4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
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
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpyFile;

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
        assertThat(commands).hasSizeGreaterThan(12);
        filesOfTheReader();
        for (String command : commands) {
            List<String> arguments = new ArrayList<>(Arrays.asList(command.split("\\s+")));
            arguments.remove(0);
            run("org.wgan4j.app.cli.Wgan4j", System.getProperty("java.class.path"), shortened(arguments));
        }
        assertThat(folder.resolve("runs/mine/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("samples.npz")).isNotEmptyFile();
        assertThat(folder.resolve("walk.gif")).isNotEmptyFile();
        assertThat(folder.resolve("plan.npz")).isNotEmptyFile();
        assertThat(folder.resolve("comparison/comparison.html")).isNotEmptyFile();
        assertThat(folder.resolve("emd")).isNotEmptyDirectory();
        assertThat(folder.resolve("figures")).isNotEmptyDirectory();
    }

    /** What a reader is supposed to have: points, and photos. */
    private void filesOfTheReader() throws IOException {
        NpyFile.write(folder.resolve("x.npy"), new NpyArray.Float32(new int[] {3, 2}, new float[] {0, 0, 1, 0, 0, 1}));
        NpyFile.write(folder.resolve("y.npy"), new NpyArray.Float32(new int[] {3, 2}, new float[] {2, 0, 3, 0, 2, 1}));
        Files.createDirectory(folder.resolve("photos"));
        for (int k = 0; k < 6; k++) {
            BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(k, k, 0xff8000 + k);
            ImageIO.write(picture, "png", folder.resolve("photos/" + k + ".png").toFile());
            ImageIO.write(picture, "jpg", folder.resolve("query.jpg").toFile());
        }
    }

    /** The same command on fewer images and steps. */
    private static List<String> shortened(List<String> arguments) {
        List<String> more = switch (arguments.get(0)) {
            case "evaluate" -> List.of("-n", "100", "--metrics", "precision,coverage,classes_present");
            case "audit" -> List.of("--images", "32");
            default -> List.of();
        };
        if (!more.isEmpty()) {
            return Stream.concat(arguments.stream(), more.stream()).toList();
        }
        if (arguments.get(0).equals("compare")) {
            return Stream.of(
                            List.of("compare", "--recipes", "gan,wgan-gp", "--seeds", "1", "--budget", "2"),
                            SHORT.subList(2, SHORT.size()))
                    .flatMap(List::stream)
                    .toList();
        }
        boolean trains = arguments.get(0).equals("train") && !arguments.contains("--dry-run");
        if (!trains && !arguments.get(0).equals("resume")) {
            return arguments;
        }
        List<String> shorter = new ArrayList<>(arguments);
        int epochs = shorter.indexOf("--epochs");
        if (epochs >= 0) {
            shorter.subList(epochs, epochs + 2).clear();
        }
        boolean ofPoints = arguments.stream().anyMatch(List.of("ring", "grid", "swiss-roll")::contains);
        shorter.addAll(ofPoints ? List.of("--steps", "2") : trains ? SHORT : List.of("--steps", "3"));
        return shorter;
    }

    @Test
    void theTrainingProgramOfTheReadmeCompilesAndRuns() throws Exception {
        String code = program("TrainingRun").replace("steps=40", "steps=2\", \"batchSize=4\", \"data.name=mnist-test");
        assertThat(outputOf("Fives", code)).contains("wasserstein_estimate", "64");
    }

    @Test
    void theTransportProgramOfTheReadmeCompilesAndRuns() throws Exception {
        assertThat(outputOf("Earth", program("OptimalTransport"))).contains("0.70623742", "moves");
    }

    private static String program(String content) throws IOException {
        return blocks("java").stream()
                .filter(block -> block.contains(content))
                .findFirst()
                .orElseThrow();
    }

    private String outputOf(String name, String code) throws IOException, InterruptedException {
        int afterImports = code.lastIndexOf("\nimport ");
        int body = code.indexOf('\n', afterImports + 1);
        Path source = Files.writeString(
                folder.resolve(name + ".java"),
                code.substring(0, body) + "\npublic class " + name
                        + " { public static void main(String[] a) throws Exception {\n" + code.substring(body)
                        + "\n}}\n");
        String classPath = System.getProperty("java.class.path");
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        return run(name, folder + System.getProperty("path.separator") + classPath, List.of());
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
