package org.wgan4j.app.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.Wgan4j;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunStatus;

/** What {@code train} and {@code resume} do with runs that others began, that fail, or that a signal stops. */
class RunCommandsTest {
    private static final int IMAGES = 24;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeNoise() throws IOException {
        folder = folder.toRealPath();
        byte[] pixels = new byte[IMAGES * 28 * 28];
        new Random(1).nextBytes(pixels);
        new IdxFile(new int[] {IMAGES, 28, 28}, pixels).write(folder.resolve("noise.idx"));
    }

    private static List<String> train(String... more) {
        List<String> arguments = new ArrayList<>(List.of("train"));
        arguments.addAll(Arrays.asList(more));
        for (String setting : List.of(
                "data.images=" + folder.resolve("noise.idx"),
                "batchSize=8",
                "objective.criticSteps=1",
                "network.generator=compact",
                "network.critic=compact",
                "samples.rows=1",
                "samples.columns=2",
                "quality.everyEpochs=0",
                "quality.everySteps=0",
                "runtime.threads=1",
                "runtime.tuning=off")) {
            arguments.addAll(List.of("--set", setting));
        }
        return arguments;
    }

    private static Answer answer(List<String> arguments) {
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static Process start(Path workingFolder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Wgan4j.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void threeAtOnceWithoutAFolderGetOneEach() throws Exception {
        Path work = Files.createDirectories(folder.resolve("at once"));
        List<Process> processes = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            processes.add(start(work, train("quick", "--steps", "1", "--quiet", "--seed", seed + "")));
        }
        for (Process process : processes) {
            String output = output(process);
            assertThat(process.waitFor()).as(output).isZero();
        }
        try (Stream<Path> runs = Files.list(work.resolve("runs"))) {
            assertThat(runs.map(run -> RunDirectory.open(run).recipe().seed())).containsExactlyInAnyOrder(0L, 1L, 2L);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aSignalStopsATrainingThatSavesAndExitsAsShellsCount(String signal, int code) throws Exception {
        Path run = folder.resolve("signal-" + signal);
        Process process = start(
                folder,
                train("quick", "--steps", "1000000", "--set", "checkpoints.everySteps=1", "--out", run.toString()));
        Path first = run.resolve("checkpoints/step-00000001");
        Path later = run.resolve("checkpoints/step-00000002");
        while (process.isAlive() && !Files.exists(first) && !Files.exists(later)) {
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-" + signal, process.pid() + "").start().waitFor();
        String output = output(process);
        assertThat(process.waitFor()).as(output).isEqualTo(code);
        assertThat(output).contains("go on with: wgan4j resume");
        RunStatus stopped = RunDirectory.open(run).status().orElseThrow();
        assertThat(stopped.state()).isEqualTo(RunStatus.State.STOPPED);
        assertThat(run.resolve("checkpoints")).isNotEmptyDirectory();
        assertThat(run.resolve("report.html")).content().contains("It was stopped after");
    }

    @Test
    void aRunFromAnothersWeightsIsANewOneAndSaysSo() {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        assertThat(answer(train("quick", "--steps", "2", "--quiet", "--out", first.toString()))
                        .code())
                .isZero();
        Answer answer = Answer.to(
                "train",
                "--from",
                first.toString(),
                "--steps",
                "1",
                "--quiet",
                "--set",
                "generatorOptimizer.learningRate=1e-5",
                "--out",
                second.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        RunDirectory run = RunDirectory.open(second);
        assertThat(run.recipe().generatorOptimizer().learningRate()).isEqualTo(1e-5);
        assertThat(run.provenance().recipe()).isEqualTo("quick");
        assertThat(run.provenance().initialWeights().orElseThrow().run()).isEqualTo(first.toString());
        assertThat(run.provenance().initialWeights().orElseThrow().step()).isEqualTo(2);
        assertThat(run.report()).content().contains("began with", first.toString());
        assertThat(Answer.to("train", "--from", folder.toString()).err()).contains("is no run");
    }

    @Test
    void aChangedRecipeIsRefusedByResumeWhichChangesNothing() throws IOException {
        Path run = folder.resolve("edited");
        answer(train("quick", "--steps", "2", "--quiet", "--out", run.toString()));
        Path recipe = run.resolve("recipe.yaml");
        Files.writeString(recipe, Files.readString(recipe).replaceAll("learningRate: .*", "learningRate: 0.003"));
        Answer answer = Answer.to("resume", run.toString(), "--steps", "3");
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains("generatorOptimizer.learningRate", "nothing was changed");
        assertThat(run.resolve("checkpoints/step-00000002/state.json")).exists();
        assertThat(Files.readString(run.resolve("metrics.jsonl")).lines()).hasSize(2);
    }

    @Test
    void aRunThatDivergesBeforeItDrawsIsSaidToDivergeOnItsPageToo() throws IOException {
        Path run = folder.resolve("diverging");
        List<String> arguments = train("quick", "--steps", "40", "--quiet", "--out", run.toString());
        for (String setting : List.of(
                "samples.everySteps=1",
                "checkpoints.everySteps=0",
                "generatorOptimizer.name=rmsprop",
                "generatorOptimizer.rho=0.9999999999999999",
                "generatorOptimizer.epsilon=1e-38",
                "generatorOptimizer.learningRate=10")) {
            arguments.addAll(List.of("--set", setting));
        }
        Answer answer = answer(arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCodes.FAILED);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains("Training stopped at generator step").doesNotContain("defect");
        assertThat(RunDirectory.open(run).status().orElseThrow().state()).isEqualTo(RunStatus.State.DIVERGED);
        assertThat(run.resolve("report.html"))
                .content()
                .contains("It diverged after")
                .doesNotContain("is complete");
    }

    @Test
    void emptyNamesOfRunsAndShorterLengthsAreBadInput() {
        Path run = folder.resolve("short");
        answer(train("quick", "--steps", "3", "--quiet", "--out", run.toString()));
        for (List<String> arguments : List.of(
                train("quick", "--steps", "1", "--out", ""),
                List.of("resume", ""),
                List.of("train", "--from", ""),
                List.of("resume", run.toString(), "--steps", "2"))) {
            Answer answer = answer(arguments);
            assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(answer.err().lines()).hasSize(1);
        }
        assertThat(Answer.to("resume", run.toString(), "--steps", "2").err()).contains("has made 3 generator steps");
    }

    @Test
    void aLostStandardOutputDoesNotEndATraining() throws Exception {
        Path run = folder.resolve("closed");
        Process process = start(folder, train("quick", "--steps", "2", "--out", run.toString()));
        process.getInputStream().close();
        try (OutputStream in = process.getOutputStream()) {
            in.flush();
        }
        process.waitFor();
        assertThat(RunDirectory.open(run).status().orElseThrow().state()).isEqualTo(RunStatus.State.COMPLETE);
    }
}
