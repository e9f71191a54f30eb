package org.wgan4j.report.retrieval;

/** A file that is no picture, or a damaged one, or of a kind that is not known; the message is the reason alone. */
final class UnreadablePictureException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadablePictureException(String reason) {
        super(reason);
    }

    UnreadablePictureException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
