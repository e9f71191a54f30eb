package org.wgan4j.transport;

/** Thrown for lengths or dimensions that do not agree. */
public final class ShapeMismatchException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** The message names both lengths and which are allowed. */
    public ShapeMismatchException(String message) {
        super(message);
    }
}
