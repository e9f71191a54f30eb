package org.wgan4j.app.cli.console;

/** The exit codes of every command. Constants only. */
public final class ExitCodes {
    public static final int OK = 0;

    /** The command was understood and began, and what it was to do failed. */
    public static final int FAILED = 1;

    /** The arguments, a recipe, a run directory or a data file cannot be used. */
    public static final int BAD_INPUT = 2;

    /** Stopped by a closed terminal, as shells count a hang-up: 128 + 1. */
    static final int HUNG_UP = 129;

    /** Stopped by Ctrl-C, as shells count an interrupt: 128 + 2. */
    public static final int INTERRUPTED = 130;

    /** Stopped by {@code kill}, as shells count a termination: 128 + 15. */
    static final int TERMINATED = 143;

    private ExitCodes() {}
}
