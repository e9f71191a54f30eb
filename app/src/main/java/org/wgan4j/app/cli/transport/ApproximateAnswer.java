package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A distance without a plan.
 *
 * @param solver which algorithm it was
 * @param cost the transport cost of what the algorithm compares
 * @param distance its root, of the order {@code power}
 * @param power the p of the distance
 * @param standardError of the distance over random directions, of an estimate from two or more
 * @param projections how many random directions, of an estimate from them
 * @param converged whether it was not stopped before its end
 * @param time how long it took
 */
record ApproximateAnswer(
        String solver,
        Number cost,
        double distance,
        double power,
        OptionalDouble standardError,
        OptionalInt projections,
        boolean converged,
        Duration time)
        implements TransportAnswer {
    @Override
    public OptionalLong iterations() {
        return OptionalLong.empty();
    }

    @Override
    public Optional<Transfer> transfer() {
        return Optional.empty();
    }

    @Override
    public List<String> details() {
        return standardError.isEmpty() || projections.isEmpty()
                ? List.of()
                : List.of("error      " + standardError.getAsDouble() + " (standard error of the distance over "
                        + projections.getAsInt() + " directions)");
    }

    @Override
    public void describe(Map<String, @Nullable Object> object) {
        if (standardError.isPresent()) {
            object.put("standard_error", standardError.getAsDouble());
        }
        if (projections.isPresent()) {
            object.put("projections", projections.getAsInt());
        }
    }
}
