package org.wgan4j.app.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.benchmark.SpeedReport;
import org.wgan4j.gan.benchmark.Timings;
import org.wgan4j.gan.convolution.ConvolutionAlgorithm;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.convolution.MemoryLayout;

class SpeedAnswerTest {
    private static final Machine MACHINE = new Machine("Abacus 9", 1, "17", "2.0", "0.1");
    private static final SpeedReport REPORT = new SpeedReport(
            64,
            "bfloat16",
            "off",
            new ConvolutionPlan(
                    MemoryLayout.CHANNELS_LAST,
                    Map.of(
                            "convolution a",
                            ConvolutionAlgorithm.SPECTRAL,
                            "convolution b",
                            ConvolutionAlgorithm.DIRECT)),
            1,
            "2.0",
            1,
            new Timings(List.of(100.0, 300.0, 200.0)),
            new Timings(List.of(50.0, 70.0, 60.0)),
            new Timings(List.of(150.0, 400.0, 250.0)),
            64,
            10,
            80,
            4.25);

    private static List<String> lines(OptionalDouble memory) {
        return new SpeedAnswer("gan", REPORT, memory, MACHINE).lines();
    }

    @Test
    void peopleReadATableOfMediansAndLeastTimesAndWhatFollowsFromThem() {
        List<String> lines = lines(OptionalDouble.of(1234.4));
        assertThat(lines.get(0))
                .isEqualTo(
                        "gan: batch 64, bfloat16, tuning off, 1 thread; 3 iterations, each of 1 critic step and 1 generator step");
        assertThat(lines)
                .contains(
                        "milliseconds           median        least",
                        "critic step             200.0        100.0",
                        "generator step           60.0         50.0",
                        "iteration               250.0        150.0");
        assertThat(String.join("\n", lines))
                .contains("256.0 a second", "10.00 GFLOP an iteration", "40.00 GFLOP/s", "80.00 GFLOP/s", "50 % of it")
                .contains("multiply less than is counted", "1234 MiB", "4.3 s", "Abacus 9, 1 core, Java 17");
    }

    @Test
    void withoutASystemThatTellsTheMemoryTheAnswerSaysSo() {
        assertThat(lines(OptionalDouble.empty())).anyMatch(line -> line.matches("memory +not told here"));
        assertThat(new SpeedAnswer("gan", REPORT, OptionalDouble.empty(), MACHINE).object())
                .doesNotContainKey("peak_memory_mib");
    }

    @Test
    void theObjectHasEveryNumberByItsName() {
        Map<String, Object> object = new SpeedAnswer("gan", REPORT, OptionalDouble.of(7), MACHINE).object();
        assertThat(object)
                .containsOnlyKeys(
                        "recipe",
                        "batch",
                        "precision",
                        "threads",
                        "tuning",
                        "layout",
                        "formulations",
                        "iterations",
                        "critic_ms",
                        "generator_ms",
                        "iteration_ms",
                        "images_per_second",
                        "gflop_per_iteration",
                        "gflops",
                        "convolution_gflops",
                        "share_of_convolution_rate",
                        "peak_memory_mib",
                        "startup_seconds",
                        "machine")
                .containsEntry("critic_ms", Map.of("median", 200.0, "min", 100.0))
                .containsEntry("layout", "channels-last")
                .containsEntry("formulations", Map.of("convolution a", "spectral"))
                .containsEntry("share_of_convolution_rate", 0.5);
    }
}
