package org.wgan4j.gan.training;

import org.wgan4j.gan.ActionableException;

/** Training has diverged: a loss, weight or sample is no longer finite. The last good checkpoint is kept. */
public final class DivergedException extends ActionableException {
    private static final long serialVersionUID = 1L;

    public DivergedException(String message) {
        super(message);
    }
}
