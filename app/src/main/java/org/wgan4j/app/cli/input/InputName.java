package org.wgan4j.app.cli.input;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument that names an input: a file, with what is meant of it after a colon, or {@code -} for standard input.
 *
 * @param file the file, or {@code -}
 * @param parts what follows: the name of an array in an npz file, columns of a table; often nothing
 */
record InputName(String file, List<String> parts) {
    private static final String STANDARD_INPUT = "-";

    /** A colon counts after a known ending alone: names of files may hold others, and {@code C:\} does. */
    private static final Pattern WITH_PARTS = Pattern.compile("(?i)(-|.*\\.(?:npy|npz|csv|tsv|txt)):(.+)");

    static InputName of(String argument) {
        Matcher matcher = WITH_PARTS.matcher(argument);
        return matcher.matches()
                ? new InputName(matcher.group(1), Arrays.asList(matcher.group(2).split(":", -1)))
                : new InputName(argument, List.of());
    }

    boolean isStandardInput() {
        return file.equals(STANDARD_INPUT);
    }

    /** What messages call it. */
    String title() {
        return isStandardInput() ? "standard input" : file;
    }
}
