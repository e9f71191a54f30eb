package org.wgan4j.app.cli.console;

/** The terminal behind the error stream, as the launcher describes it; Java itself cannot ask. Safe for use by several threads. */
public final class Terminal {
    /** System property that the launcher sets to the width of the terminal behind the error stream, and only if there is one. */
    static final String COLUMNS = "wgan4j.columns";

    private static final int DEFAULT_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 40;

    private Terminal() {}

    /** Whether the error stream is a terminal. */
    public static boolean onErrorStream() {
        return System.getProperty(COLUMNS) != null;
    }

    /** How many letters fit into a line, at least 40. */
    public static int columns() {
        return Math.max(LEAST_COLUMNS, Integer.getInteger(COLUMNS, DEFAULT_COLUMNS));
    }
}
