package org.wgan4j.app.cli.console;

import org.wgan4j.gan.ActionableException;

/** Thrown by a run that failed after it began, when the same cause is a failure and no longer bad input. Immutable. */
public final class RunFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunFailedException(ActionableException failure) {
        super(failure.getMessage(), failure);
    }
}
