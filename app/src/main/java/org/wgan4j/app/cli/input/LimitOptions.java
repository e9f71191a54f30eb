package org.wgan4j.app.cli.input;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.StopSignal;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that stop a solver before it has finished. Used by one thread. */
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

    /**
     * Runs a solver that the limits or a signal may stop, and returns the exit code: that of the signal, or a failure, if it was stopped.
     *
     * @param solving solves and prints the answer, and returns whether the solver converged
     * @throws LimitReachedException if the limits left no time for any answer
     */
    public int run(CommandOutput output, Predicate<Limits> solving) {
        try (StopSignal stop = new StopSignal(
                () -> output.note("stopping with the best answer so far; a second Ctrl-C ends at once without one"))) {
            try {
                boolean converged = solving.test(limits().withCancellation(stop::requested));
                return converged ? ExitCodes.OK : stop.requested() ? stop.exitCode() : ExitCodes.FAILED;
            } catch (LimitReachedException unfinished) {
                if (!stop.requested()) {
                    throw unfinished;
                }
                output.note("stopped before there was any answer");
                return stop.exitCode();
            }
        }
    }

    private Limits limits() {
        Limits limits = time == null ? Limits.NONE : Limits.NONE.withTime(time);
        if (iterations == null) {
            return limits;
        }
        if (iterations < 1) {
            throw new ActionableException("--max-iterations must be 1 or more, not " + iterations);
        }
        return limits.withIterations(iterations);
    }
}
