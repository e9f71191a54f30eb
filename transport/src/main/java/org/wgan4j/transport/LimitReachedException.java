package org.wgan4j.transport;

import java.time.Duration;
import java.util.Locale;

/** The limits ended the work before there was any answer, not even a bad one. */
public final class LimitReachedException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** Says after what time the work ended. */
    LimitReachedException(Duration time) {
        super(String.format(
                Locale.ROOT,
                "the limits ended the work after %.3g s, before there was any answer; allow more time, or take fewer points"
                        + " or an approximate solver",
                time.toNanos() / 1e9));
    }
}
