package org.wgan4j.transport;

/**
 * The base type of exceptions for invalid transport problems; the message is one sentence with the value found, the values allowed and the
 * next step.
 *
 * <p>A solver that its limits stop returns its best answer, marked as not converged, or throws {@link LimitReachedException} if it has none.
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

    /** The message names the value found, the values allowed and the next step. */
    TransportException(String message) {
        super(message);
    }
}
