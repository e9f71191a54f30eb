package org.wgan4j.app.cli.emd;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Solution;

/** The answer of {@code wgan4j emd}, as a person and as a program reads it. */
public final class EmdAnswer {
    private static final int MOST_LINES = 40;

    private EmdAnswer() {}

    /** What {@code --json} prints. */
    static Map<String, Object> object(Solution solution) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cost", solution.cost());
        object.put("distance", solution.distance());
        object.put("p", solution.power());
        object.put("dual", solution.dual());
        object.put("gap", solution.dualityGap());
        object.put("marginal_error", solution.marginalError());
        object.put("solver", solution.solver());
        object.put("iterations", solution.iterations());
        object.put("converged", solution.converged());
        object.put("seconds", solution.time().toNanos() / 1e9);
        object.put("plan", solution.plan().toMatrix());
        Map<String, Object> potentials = new LinkedHashMap<>();
        potentials.put("f", solution.potentials().f());
        potentials.put("g", solution.potentials().g());
        object.put("potentials", potentials);
        return object;
    }

    /** Lines, each with its end. */
    static String text(Solution solution) {
        StringBuilder text = new StringBuilder();
        String power = plain(solution.power());
        line(text, "distance  W%s = %s", power, solution.distance());
        line(text, "cost      %s (mass times |i - j|%s)", solution.cost(), power.equals("1") ? "" : "^" + power);
        line(
                text,
                "proof     the dual is worth %s: gap %.1e, marginal error %.1e",
                solution.dual(),
                solution.dualityGap(),
                solution.marginalError());
        line(
                text,
                "solver    %s, %s, %.4f s",
                solution.solver(),
                solution.converged() ? "converged" : "stopped by its limits",
                solution.time().toNanos() / 1e9);
        plan(text, solution.plan());
        potentials(text, solution.potentials());
        return text.toString();
    }

    private static void plan(StringBuilder text, Plan plan) {
        line(text, "plan      from bin    to bin  mass");
        IntStream.range(0, plan.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(plan::source).thenComparingInt(plan::target))
                .limit(MOST_LINES)
                .forEach(k -> line(text, "          %8d  %8d  %.10g", plan.source(k), plan.target(k), plan.mass(k)));
        more(text, plan.size());
    }

    private static void potentials(StringBuilder text, Potentials potentials) {
        int bins = Math.max(potentials.sources(), potentials.targets());
        line(text, "prices         bin  %16s  %16s", "f (source)", "g (target)");
        for (int i = 0; i < Math.min(bins, MOST_LINES); i++) {
            line(
                    text,
                    "          %8d  %16s  %16s",
                    i,
                    i < potentials.sources() ? price(potentials.f(i)) : "",
                    i < potentials.targets() ? price(potentials.g(i)) : "");
        }
        more(text, bins);
    }

    private static void more(StringBuilder text, int count) {
        if (count > MOST_LINES) {
            line(text, "          and %d more, which --json prints", count - MOST_LINES);
        }
    }

    private static String price(double value) {
        return String.format(Locale.ROOT, "%.10g", value + 0.0);
    }

    /** A number without a needless ".0". */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
