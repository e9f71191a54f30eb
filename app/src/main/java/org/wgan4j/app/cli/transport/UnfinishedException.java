package org.wgan4j.app.cli.transport;

/** A solver that was stopped before it had any answer. */
public final class UnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfinishedException(String message) {
        super(message);
    }
}
