package org.wgan4j.gan.training.loop;

/** A loss, weight, score or sample that is NaN or infinite. */
public final class NotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFiniteException(String what, double value) {
        super(what + " is " + value);
    }

    /**
     * Checks values.
     *
     * @param what one of them is, in the singular: {@code a generated pixel}
     * @throws NotFiniteException if one is NaN or infinite
     */
    public static void check(String what, float... values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new NotFiniteException(what, value);
            }
        }
    }
}
