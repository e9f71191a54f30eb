package org.wgan4j.transport;

/**
 * A transport problem that cannot be posed: its message is one sentence with the entry and the value found, what is allowed, and
 * the next step.
 *
 * <p>A solver that runs out of its limits returns its best answer, marked as not converged; where it has none yet, a {@link
 * LimitReachedException} says so.
 */
public sealed class TransportException extends IllegalArgumentException
        permits InvalidCostException,
                InvalidMassException,
                InvalidParameterException,
                LimitReachedException,
                NoAllowedPlanException,
                ShapeMismatchException,
                UnequalMassException {
    private static final long serialVersionUID = 1L;

    /** Says what was found, what is allowed and what to do next. */
    TransportException(String message) {
        super(message);
    }
}
