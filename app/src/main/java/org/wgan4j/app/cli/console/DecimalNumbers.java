package org.wgan4j.app.cli.console;

import java.util.Locale;
import java.util.OptionalDouble;
import org.wgan4j.gan.format.DecimalText;
import picocli.CommandLine.TypeConversionException;

/** The conversion of arguments to decimal numbers, with errors that do not name Java's types. Safe for use by several threads. */
public final class DecimalNumbers {
    private DecimalNumbers() {}

    public static double ofDouble(String text) {
        return parse(text).orElseThrow(() -> new TypeConversionException("'" + text + "' is not a number such as 1.5"));
    }

    /** Decimal numbers, and the words for what is no finite number, so that it can be refused by name. */
    public static OptionalDouble parse(String text) {
        double value = DecimalText.parse(text);
        if (!Double.isNaN(value)) {
            return OptionalDouble.of(value);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }
}
