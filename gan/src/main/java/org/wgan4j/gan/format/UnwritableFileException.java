package org.wgan4j.gan.format;

import org.wgan4j.gan.ActionableException;

/** Thrown for a file that could not be written; an older file of that name is untouched. */
public final class UnwritableFileException extends ActionableException {
    private static final long serialVersionUID = 1L;

    /** Says in a sentence which file it is and why. */
    public UnwritableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
