package org.wgan4j.app.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.training.loop.TuningResult;

/** The result of tuning as lines of text or a JSON object. */
final class TuningTable {
    private TuningTable() {}

    /** A line for each convolution, with the milliseconds of each algorithm and a star at the chosen one; then the choice. */
    public static List<String> lines(TuningResult tuning) {
        List<String> lines = new ArrayList<>();
        for (TuningResult.Timing timing : tuning.timings()) {
            String times = timing.milliseconds().entrySet().stream()
                    .map(time -> String.format(
                            Locale.ROOT,
                            "%s%s %.1f ms",
                            time.getKey().equals(timing.chosen()) ? "*" : "",
                            time.getKey(),
                            time.getValue()))
                    .collect(Collectors.joining(", "));
            lines.add("timed    " + precision(timing) + timing.what() + ": " + times);
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
