package org.wgan4j.app.cli.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that every command has. */
@Command
public final class StandardOptions {
    /** Read from the raw arguments by {@link PlainErrors}, since it must work where parsing fails. */
    static final String DEBUG = "--debug";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help and exits.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(names = DEBUG, description = "Prints the stack trace of a failure too.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean debug;
}
