package org.wgan4j.gan.checkpoint;

import java.util.List;
import java.util.OptionalInt;

/**
 * The settings that change when a run resumes. Immutable and safe for use by several threads.
 *
 * @param epochs a new length in epochs, all counted from the start
 * @param steps a new length in generator steps, all counted from the start
 * @param overrides settings as {@code key=value}; only the run's length, the places of its data, checkpoints, pictures,
 *     measures and machine may change
 */
public record ResumeOptions(OptionalInt epochs, OptionalInt steps, List<String> overrides) {
    public ResumeOptions {
        overrides = List.copyOf(overrides);
    }

    /** No changes. */
    public static ResumeOptions none() {
        return new ResumeOptions(OptionalInt.empty(), OptionalInt.empty(), List.of());
    }
}
