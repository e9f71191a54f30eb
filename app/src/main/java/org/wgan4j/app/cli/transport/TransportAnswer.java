package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.input.MeasureText;
import org.wgan4j.app.cli.input.Numeral;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;

/** The answer of a solver, as lines of text or a JSON object. Immutable. */
sealed interface TransportAnswer
        permits ExactAnswer, BottleneckAnswer, PartialAnswer, EntropicAnswer, UnbalancedAnswer, ApproximateAnswer {
    /** Which algorithm it was. */
    String solver();

    /** The transport cost, as {@link CostNumber} has it: mass times ground cost, summed over the plan. */
    @Nullable
    Number cost();

    /** The root of the cost, of the order {@link #power}. */
    double distance();

    /** The p of which the distance is the p-th root of the cost. */
    double power();

    /** How many steps the solver took, if it takes any. */
    OptionalLong iterations();

    /** Whether the solver reached its goal. */
    boolean converged();

    /** How long it took. */
    Duration time();

    /** Where the mass goes, of a solver that says so. */
    Optional<Transfer> transfer();

    /** What else there is to say of such an answer, a line each. */
    List<String> details();

    /** What else such an answer has, put into the object that has all keys. */
    void describe(Map<String, @Nullable Object> object);

    /** A plan, made when it is asked for since it can be large, and the potentials of a solver that has some. */
    record Transfer(Supplier<Plan> plan, Optional<Potentials> potentials) {}

    /**
     * The same keys whatever the solver, with null for what it does not have.
     *
     * @param measures X and Y
     */
    default Map<String, @Nullable Object> object(List<Measure> measures) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("cost", cost());
        object.put("distance", distance());
        object.put("p", power());
        object.put("dual", null);
        object.put("gap", null);
        object.put("violation", null);
        object.put("marginal_error", null);
        object.put("solver", solver());
        object.put("iterations", iterations().isPresent() ? iterations().getAsLong() : null);
        object.put("converged", converged());
        object.put("seconds", seconds());
        object.put("regularization", null);
        object.put("objective", null);
        object.put("unbalanced", null);
        object.put("moved", null);
        object.put("standard_error", null);
        object.put("projections", null);
        object.put("n", measures.get(0).size());
        object.put("m", measures.get(1).size());
        object.put("source", MeasureText.of(measures.get(0)));
        object.put("target", MeasureText.of(measures.get(1)));
        describe(object);
        return object;
    }

    /**
     * A small block of lines.
     *
     * @param measures X and Y
     * @param meaning what the cost is, in words
     */
    default List<String> lines(List<Measure> measures, String meaning) {
        List<String> lines = new ArrayList<>();
        lines.add("source     " + MeasureText.of(measures.get(0)));
        lines.add("target     " + MeasureText.of(measures.get(1)));
        lines.add("cost       " + CostNumber.text(cost()) + " (" + meaning + ")");
        String root = power() == 2 ? "square" : Numeral.of(power()) + "th";
        lines.add("distance   " + distance() + (power() == 1 ? "" : " (its " + root + " root)"));
        lines.addAll(details());
        String steps = iterations().isEmpty() ? "" : ", " + iterations().getAsLong() + " iterations";
        lines.add("solver     " + solver() + steps + String.format(Locale.ROOT, ", %.3f s", seconds())
                + (converged() ? "" : ", NOT converged: the best bounds so far"));
        return lines;
    }

    private double seconds() {
        return time().toNanos() / 1e9;
    }
}
