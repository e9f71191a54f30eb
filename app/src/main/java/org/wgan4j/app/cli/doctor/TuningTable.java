package org.wgan4j.app.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.training.loop.TuningResult;

/** What was timed and chosen at the start of a run, for people and for scripts. */
public final class TuningTable {
    private TuningTable() {}

    /** One line for each thing that was timed, milliseconds by way, the one that was kept marked with a star; then the choice. */
    public static List<String> lines(TuningResult tuning) {
        List<String> lines = new ArrayList<>();
        for (TuningResult.Timing timing : tuning.timings()) {
            String ways = timing.milliseconds().entrySet().stream()
                    .map(way -> String.format(
                            Locale.ROOT,
                            "%s%s %.1f ms",
                            way.getKey().equals(timing.chosen()) ? "*" : "",
                            way.getKey(),
                            way.getValue()))
                    .collect(Collectors.joining(", "));
            lines.add("timed    " + precision(timing) + timing.what() + ": " + ways);
        }
        lines.add("kept     " + tuning.precision().name().toLowerCase(Locale.ROOT) + "; generator "
                + text(tuning.generator()) + "; critic " + text(tuning.critic()));
        return lines;
    }

    private static String precision(TuningResult.Timing timing) {
        return String.format(Locale.ROOT, "%-9s", timing.precision().name().toLowerCase(Locale.ROOT));
    }

    private static String text(ConvolutionPlan convolutionPlan) {
        return convolutionPlan.layout().text();
    }

    /** The same as an object. */
    public static Map<String, Object> object(TuningResult tuning) {
        List<Map<String, Object>> timings = new ArrayList<>();
        for (TuningResult.Timing timing : tuning.timings()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("what", timing.what());
            row.put("precision", timing.precision().name().toLowerCase(Locale.ROOT));
            row.put("milliseconds", timing.milliseconds());
            row.put("chosen", timing.chosen());
            timings.add(row);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("precision", tuning.precision().name().toLowerCase(Locale.ROOT));
        object.put("generator_layout", text(tuning.generator()));
        object.put("critic_layout", text(tuning.critic()));
        object.put("timings", timings);
        return object;
    }
}
