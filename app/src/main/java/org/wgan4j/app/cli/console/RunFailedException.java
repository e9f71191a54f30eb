package org.wgan4j.app.cli.console;

import org.wgan4j.gan.ActionableException;

/** A run that began and failed: what the same exception before the first step would call bad input is a failure after it. */
public final class RunFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunFailedException(ActionableException failure) {
        super(failure.getMessage(), failure);
    }
}
