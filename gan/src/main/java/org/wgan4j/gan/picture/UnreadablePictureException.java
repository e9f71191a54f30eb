package org.wgan4j.gan.picture;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;

/** Thrown for a file that is no picture, is damaged or truncated, or has an unsupported format. */
public final class UnreadablePictureException extends ActionableException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadablePictureException(Path file, String reason, @Nullable Throwable cause) {
        super(file + " cannot be read as a picture: " + reason, cause);
        this.reason = reason;
    }

    /** Why, without the name of the file: "it is cut short". */
    public String reason() {
        return reason;
    }
}
