package org.wgan4j.gan.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.wgan4j.gan.ActionableException;

/** Makes the exceptions for files of a run that cannot be read or written. */
final class RunFailure {
    private RunFailure() {}

    /** The exception for a file that cannot be {@code read}, {@code written} or {@code locked}. */
    static ActionableException of(Path file, String done, IOException failure) {
        String next = done.equals("written") ? "; check the free space and the permissions, then go on" : "";
        return new ActionableException(file + " cannot be " + done + ": " + reason(failure) + next, failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "it may not be accessed; check its permissions";
        }
        String message = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return Objects.requireNonNullElse(message, failure.getClass().getSimpleName());
    }
}
