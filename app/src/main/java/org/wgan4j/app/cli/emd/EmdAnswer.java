package org.wgan4j.app.cli.emd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.input.Numeral;
import org.wgan4j.app.cli.transport.CostNumber;
import org.wgan4j.transport.Certificate;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Solution;

/** A solution as {@code wgan4j emd} prints it: lines of text, or a JSON object. */
final class EmdAnswer {
    private static final int MOST_LINES = 40;

    private EmdAnswer() {}

    /** The object that {@code --json} prints. */
    static Map<String, @Nullable Object> object(Solution solution) {
        Certificate certificate = solution.certificate();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("cost", number(certificate.primal(), solution));
        object.put("distance", solution.distance());
        object.put("p", solution.power());
        object.put("dual", number(certificate.dual(), solution));
        object.put("gap", number(certificate.gap(), solution));
        object.put("marginal_error", solution.marginalError());
        object.put("solver", solution.solver());
        object.put("iterations", solution.iterations());
        object.put("converged", solution.converged());
        object.put("seconds", solution.time().toNanos() / 1e9);
        object.put("plan", solution.plan().toMatrix());
        Map<String, Object> potentials = new LinkedHashMap<>();
        potentials.put("f", solution.potentials().f());
        potentials.put("g", solution.potentials().g());
        if (solution.unit() != 1) {
            potentials.put("unit", solution.unit());
        }
        object.put("potentials", potentials);
        return object;
    }

    /** The same with the files that were written. */
    static Map<String, @Nullable Object> object(Solution solution, List<Path> files) {
        Map<String, @Nullable Object> object = object(solution);
        object.put("files", files.stream().map(Path::toString).toList());
        return object;
    }

    /** The lines for a person. */
    static List<String> lines(Solution solution) {
        Certificate certificate = solution.certificate();
        List<String> lines = new ArrayList<>();
        String power = Numeral.of(solution.power());
        add(lines, "distance  W%s = %s", power, solution.distance());
        add(
                lines,
                "cost      %s (mass times |i - j|%s)",
                CostNumber.text(number(certificate.primal(), solution)),
                power.equals("1") ? "" : "^" + power);
        add(
                lines,
                "proof     the dual is worth %s: gap %s, marginal error %.1e",
                CostNumber.text(number(certificate.dual(), solution)),
                gap(number(certificate.gap(), solution)),
                solution.marginalError());
        add(
                lines,
                "solver    %s, %s, %.4f s",
                solution.solver(),
                solution.converged() ? "converged" : "stopped by its limits",
                solution.time().toNanos() / 1e9);
        addPlan(lines, solution.plan());
        if (solution.unit() != 1) {
            add(lines, "unit      the prices count bins in units of %s, whose powers a double holds", solution.unit());
        }
        addPotentials(lines, solution.potentials());
        return lines;
    }

    private static @Nullable Number number(double cost, Solution solution) {
        return CostNumber.of(cost, solution.unit(), solution.power());
    }

    private static String gap(@Nullable Number gap) {
        return gap == null ? CostNumber.text(gap) : String.format(Locale.ROOT, "%.1e", gap.doubleValue());
    }

    private static void addPlan(List<String> lines, Plan plan) {
        add(lines, "plan      from bin    to bin  mass");
        IntStream.range(0, plan.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(plan::source).thenComparingInt(plan::target))
                .limit(MOST_LINES)
                .forEach(k -> add(lines, "          %8d  %8d  %.10g", plan.source(k), plan.target(k), plan.mass(k)));
        addMore(lines, plan.size());
    }

    private static void addPotentials(List<String> lines, Potentials potentials) {
        int bins = Math.max(potentials.sources(), potentials.targets());
        add(lines, "prices         bin  %16s  %16s", "f (source)", "g (target)");
        for (int i = 0; i < Math.min(bins, MOST_LINES); i++) {
            add(
                    lines,
                    "          %8d  %16s  %16s",
                    i,
                    i < potentials.sources() ? price(potentials.f(i)) : "",
                    i < potentials.targets() ? price(potentials.g(i)) : "");
        }
        addMore(lines, bins);
    }

    private static void addMore(List<String> lines, int count) {
        if (count > MOST_LINES) {
            add(lines, "          and %d more, which --json prints", count - MOST_LINES);
        }
    }

    private static String price(double value) {
        return String.format(Locale.ROOT, "%.10g", value + 0.0);
    }

    private static void add(List<String> lines, String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
