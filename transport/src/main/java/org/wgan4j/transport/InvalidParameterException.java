package org.wgan4j.transport;

/** Thrown for a parameter of a cost or a solver that is outside its range. */
public final class InvalidParameterException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** Says the value found and the values allowed. */
    public InvalidParameterException(String message) {
        super(message);
    }
}
