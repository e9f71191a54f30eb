package org.wgan4j.app.cli.console;

/** What the launcher found out about the terminal; Java itself cannot ask about the error stream. */
public final class Terminal {
    /** System property that the launcher sets to the width of the terminal behind the error stream, and only if there is one. */
    static final String COLUMNS = "wgan4j.columns";

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 40;

    private Terminal() {}

    /** Whether a person watches the error stream on a terminal. */
    public static boolean onErrorStream() {
        return System.getProperty(COLUMNS) != null;
    }

    /** How many letters fit into a line, at least 40. */
    public static int columns() {
        return Math.max(FEWEST_COLUMNS, Integer.getInteger(COLUMNS, USUAL_COLUMNS));
    }
}
