package org.wgan4j.app.cli.doctor;

import java.util.Locale;

/**
 * What a look at one thing that a run needs found.
 *
 * @param name what was looked at, in a word or two
 * @param verdict whether a run can do with it
 * @param finding what is there
 * @param advice what to do about it; empty where nothing needs to be done
 */
public record Check(String name, Verdict verdict, String finding, String advice) {
    /** How a check ended. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** A run works, and would be faster or safer otherwise. */
        WARNING,
        /** A run cannot work. */
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses a complaint without advice, which would leave its reader alone. */
    public Check {
        if (verdict != Verdict.OK && advice.isBlank()) {
            throw new IllegalArgumentException("the check '" + name + "' ended as " + verdict + " without advice");
        }
    }

    static Check ok(String name, String finding) {
        return new Check(name, Verdict.OK, finding, "");
    }

    static Check warning(String name, String finding, String advice) {
        return new Check(name, Verdict.WARNING, finding, advice);
    }

    static Check failed(String name, String finding, String advice) {
        return new Check(name, Verdict.FAILED, finding, advice);
    }

    /** Whether a run can work as far as this check goes. */
    public boolean usable() {
        return verdict != Verdict.FAILED;
    }
}
