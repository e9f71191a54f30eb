package org.wgan4j.app.cli.input;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that stop a solver before it has finished. */
@Command
public final class LimitOptions {
    @Option(names = "--max-iterations", paramLabel = "N", description = "Stops the solver after N steps, 1 or more.")
    private @Nullable Long iterations;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description = "Stops the solver after a time such as 30s, 500ms, 2m or 1h.")
    private @Nullable Duration time;

    /** Whether the number of steps is limited. */
    public boolean limitsIterations() {
        return iterations != null;
    }

    /** The limits, with another reason to stop. */
    public Limits limits(BooleanSupplier cancelled) {
        Limits limits = Limits.NONE.withCancellation(cancelled);
        if (iterations != null) {
            if (iterations < 1) {
                throw new ActionableException("--max-iterations must be 1 or more, not " + iterations);
            }
            limits = limits.withIterations(iterations);
        }
        return time == null ? limits : limits.withTime(time);
    }
}
