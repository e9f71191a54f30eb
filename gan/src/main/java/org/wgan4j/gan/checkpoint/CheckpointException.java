package org.wgan4j.gan.checkpoint;

import org.wgan4j.gan.ActionableException;

/** A checkpoint that cannot be used: damaged, of another recipe, or not there. */
public final class CheckpointException extends ActionableException {
    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
