package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.transport.TransportAnswer.Directions;
import org.wgan4j.app.cli.transport.TransportAnswer.Entropy;
import org.wgan4j.app.cli.transport.TransportAnswer.Proof;
import org.wgan4j.transport.Measure;

/** The answer as lines for a person and as an object for a program. */
public final class AnswerText {
    private static final double NANOSECONDS = 1e9;

    private AnswerText() {}

    /**
     * The same keys whatever the solver, with null for what it does not have.
     *
     * @param measures X and Y
     */
    public static Map<String, @Nullable Object> object(TransportAnswer answer, List<Measure> measures) {
        Proof proof = answer.proof();
        Entropy entropy = answer.entropy();
        Directions directions = answer.directions();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("cost", answer.cost());
        object.put("distance", answer.distance());
        object.put("p", answer.power());
        object.put("dual", proof == null ? null : proof.dual());
        object.put("gap", proof == null ? null : proof.gap());
        object.put("violation", proof == null ? null : proof.violation());
        object.put("marginal_error", proof == null ? null : proof.marginalError());
        object.put("solver", answer.solver());
        object.put("iterations", answer.iterations());
        object.put("converged", answer.converged());
        object.put("seconds", seconds(answer.time()));
        object.put("regularization", entropy == null ? null : entropy.regularization());
        object.put("objective", entropy == null ? null : entropy.objective());
        object.put("unbalanced", entropy == null ? null : entropy.unbalanced());
        object.put("moved", entropy == null ? null : entropy.moved());
        object.put("standard_error", directions == null ? null : directions.standardError());
        object.put("projections", directions == null ? null : directions.projections());
        object.put("n", measures.get(0).size());
        object.put("m", measures.get(1).size());
        object.put("source", MeasureText.of(measures.get(0)));
        object.put("target", MeasureText.of(measures.get(1)));
        return object;
    }

    /**
     * A small block of lines.
     *
     * @param measures X and Y
     * @param meaning what the cost is, in words
     */
    public static List<String> lines(TransportAnswer answer, List<Measure> measures, String meaning) {
        List<String> lines = new ArrayList<>();
        lines.add("source     " + MeasureText.of(measures.get(0)));
        lines.add("target     " + MeasureText.of(measures.get(1)));
        lines.add("cost       " + answer.cost() + " (" + meaning + ")");
        lines.add("distance   " + answer.distance()
                + (answer.power() == 1 ? "" : " (its " + root(answer.power()) + " root)"));
        lines.addAll(besideLines(answer));
        lines.addAll(proofLines(answer));
        String steps = answer.iterations() == null ? "" : ", " + answer.iterations() + " iterations";
        lines.add("solver     " + answer.solver() + steps
                + String.format(Locale.ROOT, ", %.3f s", seconds(answer.time()))
                + (answer.converged() ? "" : ", NOT converged: the best bounds so far"));
        return lines;
    }

    private static List<String> besideLines(TransportAnswer answer) {
        List<String> lines = new ArrayList<>();
        Directions directions = answer.directions();
        if (directions != null && directions.standardError() != null) {
            lines.add("error      " + directions.standardError() + " (standard error of the distance over "
                    + directions.projections() + " directions)");
        }
        Entropy entropy = answer.entropy();
        if (entropy != null) {
            lines.add("objective  " + entropy.objective() + " (the cost with entropy of weight "
                    + entropy.regularization()
                    + (entropy.unbalanced() == null
                            ? ")"
                            : ", and with lost and made mass at the price " + entropy.unbalanced() + ")"));
            if (entropy.moved() != null) {
                lines.add("moved      " + entropy.moved() + " of the mass");
            }
        }
        return lines;
    }

    private static List<String> proofLines(TransportAnswer answer) {
        Proof proof = answer.proof();
        if (proof == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("dual       " + proof.dual() + " (no plan has a lower "
                + (answer.entropy() == null ? "cost" : "objective") + "; gap " + proof.gap() + ")");
        if (proof.marginalError() != null) {
            lines.add("residuals  marginal error " + proof.marginalError()
                    + (proof.violation() == null ? "" : ", violation " + proof.violation()));
        }
        return lines;
    }

    private static String root(double power) {
        return power == 2 ? "square" : Numeral.of(power) + "th";
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOSECONDS;
    }
}
