package org.wgan4j.app.cli.console;

/** The exit codes of every command. */
public final class ExitCodes {
    public static final int OK = 0;

    /** The command was understood and began, and what it was to do failed. */
    public static final int FAILED = 1;

    /** The arguments, a recipe, a run directory or a data file cannot be used. */
    public static final int BAD_INPUT = 2;

    /** Stopped by a signal, as shells count an interrupt: 128 + 2. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
