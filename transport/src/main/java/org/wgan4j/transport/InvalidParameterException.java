package org.wgan4j.transport;

/** A number that steers a cost or a solver and lies outside its range. */
public final class InvalidParameterException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** Says the value found and the values allowed. */
    public InvalidParameterException(String message) {
        super(message);
    }
}
