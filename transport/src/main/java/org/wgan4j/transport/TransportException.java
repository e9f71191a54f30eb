package org.wgan4j.transport;

/**
 * A transport problem that cannot be posed: its message is one sentence with the entry and the value found, what is allowed, and
 * the next step.
 *
 * <p>A solver that runs out of its limits does not throw; it returns a solution that is not converged.
 */
public sealed class TransportException extends IllegalArgumentException
        permits InvalidCostException,
                InvalidMassException,
                InvalidParameterException,
                ShapeMismatchException,
                UnequalMassException {
    private static final long serialVersionUID = 1L;

    /** Says what was found, what is allowed and what to do next. */
    TransportException(String message) {
        super(message);
    }
}
