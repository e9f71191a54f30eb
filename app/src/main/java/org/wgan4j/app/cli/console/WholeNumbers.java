package org.wgan4j.app.cli.console;

import picocli.CommandLine.TypeConversionException;

/** The conversion of arguments to whole numbers, with errors that name the range and not Java's types. Safe for use by several threads. */
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
