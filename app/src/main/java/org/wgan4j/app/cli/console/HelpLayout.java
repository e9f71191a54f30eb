package org.wgan4j.app.cli.console;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The layout of the help of every command, and the exit codes in it. Safe for use by several threads. */
public final class HelpLayout {
    private static final int COLUMNS = 100;

    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

    static {
        EXIT_CODES.put(Integer.toString(ExitCodes.OK), "it worked");
        EXIT_CODES.put(Integer.toString(ExitCodes.FAILED), "it began and failed");
        EXIT_CODES.put(Integer.toString(ExitCodes.BAD_INPUT), "the input cannot be used");
        EXIT_CODES.put(Integer.toString(ExitCodes.INTERRUPTED), "it was interrupted");
    }

    private HelpLayout() {}

    /** Lays out the help of a command and of all its subcommands. */
    public static void apply(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.width(COLUMNS);
        usage.headerHeading("");
        usage.synopsisHeading(usage.header().length == 0 ? "Usage: " : "%nUsage: ");
        usage.descriptionHeading(usage.description().length == 0 ? "" : "%n");
        usage.parameterListHeading("%nParameters:%n");
        usage.optionListHeading("%nOptions:%n");
        usage.commandListHeading("%nCommands:%n");
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(EXIT_CODES);
        command.getSubcommands().values().forEach(HelpLayout::apply);
    }
}
