package org.wgan4j.gan.training;

import org.wgan4j.gan.ActionableException;

/** A run that has a loss, weight or sample that is no longer a finite number; the last good checkpoint is kept. */
public final class DivergedException extends ActionableException {
    private static final long serialVersionUID = 1L;

    public DivergedException(String message) {
        super(message);
    }
}
