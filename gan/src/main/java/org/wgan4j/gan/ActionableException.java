package org.wgan4j.gan;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can mend: its message is one sentence with the value found, the values allowed and the next step.
 *
 * <p>The command line prints the message alone and exits with a non-zero code; anything else that is thrown is a defect.
 */
public class ActionableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was found, what is allowed and what to do next. */
    public ActionableException(String message) {
        super(message);
    }

    /** As above, with the failure underneath, shown under {@code --debug}. */
    public ActionableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
