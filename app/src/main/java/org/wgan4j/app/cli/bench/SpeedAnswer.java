package org.wgan4j.app.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.wgan4j.gan.benchmark.SpeedReport;
import org.wgan4j.gan.benchmark.Timings;
import org.wgan4j.gan.convolution.ConvolutionAlgorithm;

/** A measurement of training speed as lines of text or a JSON object. */
final class SpeedAnswer {
    private final String recipe;
    private final SpeedReport report;
    private final OptionalDouble peakMemory;
    private final Machine machine;

    SpeedAnswer(String recipe, SpeedReport report, OptionalDouble peakMemory, Machine machine) {
        this.recipe = recipe;
        this.report = report;
        this.peakMemory = peakMemory;
        this.machine = machine;
    }

    /**
     * The answer where the measurement was taken, in the same process.
     *
     * @param recipe its name or path
     */
    public static SpeedAnswer here(String recipe, SpeedReport report) {
        return new SpeedAnswer(recipe, report, PeakMemory.mebibytes(), Machine.here(report.libtorch()));
    }

    /** For JSON; the memory is left out where the system does not say it. */
    public Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("recipe", recipe);
        object.put("batch", report.batch());
        object.put("precision", report.precision());
        object.put("threads", report.threads());
        object.put("tuning", report.tuning());
        object.put("layout", report.convolutionPlan().layout().text());
        object.put("formulations", algorithms());
        object.put("iterations", iterations());
        object.put("critic_ms", object(report.criticSteps()));
        object.put("generator_ms", object(report.generatorSteps()));
        object.put("iteration_ms", object(report.iterations()));
        object.put("images_per_second", report.imagesPerSecond());
        object.put("gflop_per_iteration", report.gflopPerIteration());
        object.put("gflops", report.gflops());
        object.put("convolution_gflops", report.convolutionGflops());
        object.put("share_of_convolution_rate", report.shareOfConvolutionRate());
        peakMemory.ifPresent(mebibytes -> object.put("peak_memory_mib", mebibytes));
        object.put("startup_seconds", report.startupSeconds());
        object.put("machine", machine.object());
        return object;
    }

    private static Map<String, Object> object(Timings timings) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("median", timings.median());
        object.put("min", timings.min());
        return object;
    }

    /** For people, a line each. */
    public List<String> lines() {
        int steps = report.criticStepsPerIteration();
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "%s: batch %d, %s, tuning %s, %s; %d iterations, each of %s and 1 generator step",
                recipe,
                report.batch(),
                report.precision(),
                report.tuning(),
                counted(report.threads(), "thread"),
                iterations(),
                counted(steps, "critic step")));
        lines.add("images " + report.convolutionPlan().layout().text());
        algorithms().forEach((map, algorithm) -> lines.add(algorithm + ": " + map));
        lines.add("");
        lines.add(text("%-16s %12s %12s", "milliseconds", "median", "least"));
        lines.add(row("critic step", report.criticSteps()));
        lines.add(row("generator step", report.generatorSteps()));
        lines.add(row("iteration", report.iterations()));
        lines.add("");
        lines.add(text("%-12s %.1f a second, real ones that the critic sees", "images", report.imagesPerSecond()));
        lines.add(text(
                "%-12s %.4g GFLOP an iteration by plain convolutions, so %.4g GFLOP/s",
                "arithmetic", report.gflopPerIteration(), report.gflops()));
        lines.add(text(
                "%-12s %.4g GFLOP/s by the recipe's largest one, done directly; training reaches %.0f %% of it",
                "convolution", report.convolutionGflops(), 100 * report.shareOfConvolutionRate()));
        lines.add(text(
                "%-12s (faster algorithms multiply less than is counted, and can pass what direct ones could reach)",
                ""));
        lines.add(text(
                "%-12s %s",
                "memory",
                peakMemory.isPresent() ? text("%.0f MiB at its peak", peakMemory.getAsDouble()) : "not told here"));
        lines.add(text(
                "%-12s %.1f s from the start of Java to the end of the first iteration",
                "start-up", report.startupSeconds()));
        lines.add(text("%-12s %s", "machine", machine));
        return lines;
    }

    /** The convolutions that are not computed directly, with the algorithm of each. */
    private Map<String, String> algorithms() {
        Map<String, String> others = new LinkedHashMap<>();
        report.convolutionPlan().algorithms().forEach((map, algorithm) -> {
            if (algorithm != ConvolutionAlgorithm.DIRECT) {
                others.put(map, algorithm.text());
            }
        });
        return others;
    }

    private int iterations() {
        return report.iterations().milliseconds().size();
    }

    private static String row(String name, Timings timings) {
        return text("%-16s %12.1f %12.1f", name, timings.median(), timings.min());
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
