package org.wgan4j.transport;

import java.time.Duration;
import java.util.Locale;

/** Thrown where the limits stop a solver before it has any feasible answer. */
public final class LimitReachedException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** Names the time after which the solver stopped. */
    LimitReachedException(Duration time) {
        super(String.format(
                Locale.ROOT,
                "the limits ended the work after %.3g s, before there was any answer; allow more time, or take fewer points"
                        + " or an approximate solver",
                time.toNanos() / 1e9));
    }
}
