package org.wgan4j.app.cli.doctor;

import java.util.Locale;

/**
 * The result of checking one thing that a run needs. Immutable.
 *
 * @param name what was checked, in a word or two
 * @param verdict whether a run can work with it
 * @param observation what was found
 * @param advice what to do about it; empty where nothing needs to be done
 */
record Check(String name, Verdict verdict, String observation, String advice) {
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

    /** Refuses a warning or failure without advice. */
    public Check {
        if (verdict != Verdict.OK && advice.isBlank()) {
            throw new IllegalArgumentException("the check '" + name + "' ended as " + verdict + " without advice");
        }
    }

    static Check ok(String name, String observation) {
        return new Check(name, Verdict.OK, observation, "");
    }

    static Check warning(String name, String observation, String advice) {
        return new Check(name, Verdict.WARNING, observation, advice);
    }

    static Check failed(String name, String observation, String advice) {
        return new Check(name, Verdict.FAILED, observation, advice);
    }

    /** Whether a run can work as far as this check goes. */
    public boolean usable() {
        return verdict != Verdict.FAILED;
    }
}
