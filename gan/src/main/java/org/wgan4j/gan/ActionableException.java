package org.wgan4j.gan;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for input, settings or surroundings that the user can correct: the message is one sentence with the value found, the values allowed and
 * the next step. Programs show the message alone; anything else that is thrown is a defect.
 */
public class ActionableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was found, what is allowed and what to do next. */
    public ActionableException(String message) {
        super(message);
    }

    /** As above, with the cause. */
    public ActionableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
