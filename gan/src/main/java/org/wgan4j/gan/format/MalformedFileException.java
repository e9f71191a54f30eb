package org.wgan4j.gan.format;

import org.wgan4j.gan.ActionableException;

/** Thrown for a file that does not follow its format: truncated, damaged, or of another format or variant. */
public final class MalformedFileException extends ActionableException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the file, what was found in it and what was expected there.
     *
     * @param file the path or name of the file
     * @param found the content there, as the end of "found ..."
     * @param expected the correct content, as the end of "expected ..."
     */
    public MalformedFileException(String file, String found, String expected) {
        super(sentence(file, found, expected));
    }

    /** As above, with the cause. */
    public MalformedFileException(String file, String found, String expected, Throwable cause) {
        super(sentence(file, found, expected), cause);
    }

    private static String sentence(String file, String found, String expected) {
        return file + ": found " + found + ", expected " + expected + "; replace the file or name another one";
    }
}
