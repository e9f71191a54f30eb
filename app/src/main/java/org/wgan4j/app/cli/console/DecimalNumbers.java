package org.wgan4j.app.cli.console;

import picocli.CommandLine.TypeConversionException;

/** Reads numbers from arguments, and says what is wrong in words rather than in Java's types. */
public final class DecimalNumbers {
    private DecimalNumbers() {}

    public static double ofDouble(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notOne) {
            throw new TypeConversionException("'" + text + "' is not a number such as 1.5");
        }
    }
}
