package org.wgan4j.app.cli.barycenter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.input.MeasureText;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;

/**
 * A barycenter as {@code wgan4j barycenter} prints it. Immutable.
 *
 * @param solver which algorithm it was
 * @param barycenter the measure, of mass 1
 * @param objective the weighted sum of the squared distances, of an exact solver
 * @param dual a lower bound of it, of an exact solver
 * @param marginalError how much mass of the plans goes wrong, of an entropic solver
 * @param iterations the steps of the solver
 * @param converged whether it reached its goal
 * @param time how long it took
 */
record BarycenterAnswer(
        String solver,
        Measure barycenter,
        OptionalDouble objective,
        OptionalDouble dual,
        OptionalDouble marginalError,
        long iterations,
        boolean converged,
        Duration time) {
    private static final int MOST_LINES = 20;

    /** The JSON object: the points and their masses, or the masses of a grid row by row with its shape. */
    public Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("solver", solver);
        object.put("objective", orNull(objective));
        object.put("dual", orNull(dual));
        object.put("marginal_error", orNull(marginalError));
        object.put("iterations", iterations);
        object.put("converged", converged);
        object.put("seconds", seconds());
        object.put("n", barycenter.size());
        object.put("shape", barycenter instanceof Histogram grid ? grid.shape() : null);
        object.put("points", barycenter instanceof Histogram ? null : points());
        object.put("masses", barycenter.masses());
        return object;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private double[][] points() {
        double[][] points = new double[barycenter.size()][barycenter.dimension()];
        for (int point = 0; point < points.length; point++) {
            for (int axis = 0; axis < points[point].length; axis++) {
                points[point][axis] = barycenter.coordinate(point, axis);
            }
        }
        return points;
    }

    /** The lines of text: a short barycenter point by point, of a long one the beginning. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("barycenter " + MeasureText.of(barycenter));
        objective.ifPresent(
                value -> lines.add("objective  " + value + " (the weighted sum of the squared distances to it)"));
        dual.ifPresent(value -> lines.add("dual       " + value + " (no measure has a lower objective)"));
        marginalError.ifPresent(value -> lines.add("residuals  marginal error " + value));
        lines.add(String.format(Locale.ROOT, "solver     %s, %d iterations, %.3f s", solver, iterations, seconds())
                + (converged ? "" : ", NOT converged: the best so far"));
        if (barycenter.dimension() == 1) {
            lines.add("point      mass");
            for (int point = 0; point < Math.min(MOST_LINES, barycenter.size()); point++) {
                lines.add(String.format(
                        Locale.ROOT, "%-9.6g  %.10g", barycenter.coordinate(point, 0), barycenter.mass(point)));
            }
            if (barycenter.size() > MOST_LINES) {
                lines.add("and " + (barycenter.size() - MOST_LINES) + " more, which --json prints and --out writes");
            }
        }
        return lines;
    }

    private double seconds() {
        return time.toNanos() / 1e9;
    }
}
