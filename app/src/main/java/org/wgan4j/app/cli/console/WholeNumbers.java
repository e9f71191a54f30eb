package org.wgan4j.app.cli.console;

import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers from arguments, and says what is wrong in words rather than in Java's types. */
public final class WholeNumbers {
    private WholeNumbers() {}

    public static int ofInt(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw wrong(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    public static long ofLong(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw wrong(text, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    private static TypeConversionException wrong(String text, long least, long most) {
        return new TypeConversionException("'" + text + "' is not a whole number from " + least + " to " + most);
    }
}
