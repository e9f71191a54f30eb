package org.wgan4j.gan.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks of the names and numbers in logged metrics. */
final class LogKeys {
    /** The keys of a line of metrics that are not terms. */
    static final List<String> RESERVED =
            List.of("kind", "step", "epoch", "criticSteps", "imagesSeen", "seconds", "seed");

    private LogKeys() {}

    /** An unchangeable copy in the same order; refuses reserved names. */
    static Map<String, Double> copy(Map<String, Double> terms) {
        Map<String, Double> copy = new LinkedHashMap<>();
        terms.forEach((name, value) -> {
            if (name.isBlank() || RESERVED.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no name for a term: it is blank or one of " + RESERVED);
            }
            copy.put(name, Objects.requireNonNull(value, name));
        });
        return Collections.unmodifiableMap(copy);
    }

    /** Refuses a number that counts or measures something and is negative or not finite. */
    static void checkNotNegative(String name, double value) {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be finite and at least 0");
        }
    }
}
