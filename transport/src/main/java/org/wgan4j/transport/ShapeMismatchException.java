package org.wgan4j.transport;

/** Lengths or dimensions that do not go together. */
public final class ShapeMismatchException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** Says both lengths, and which of them should be what. */
    public ShapeMismatchException(String message) {
        super(message);
    }
}
