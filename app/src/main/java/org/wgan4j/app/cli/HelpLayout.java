package org.wgan4j.app.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of every command is laid out, and what all of them say. */
final class HelpLayout {
    private static final int COLUMNS = 100;

    private static final Map<String, String> EXIT_CODES = new TreeMap<>(Map.of(
            Integer.toString(ExitCodes.OK), "it worked",
            Integer.toString(ExitCodes.FAILED), "it began and failed",
            Integer.toString(ExitCodes.BAD_INPUT), "the input cannot be used",
            Integer.toString(ExitCodes.INTERRUPTED), "it was interrupted"));

    private HelpLayout() {}

    static void apply(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.width(COLUMNS);
        usage.headerHeading("");
        usage.synopsisHeading("%nUsage: ");
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%nParameters:%n");
        usage.optionListHeading("%nOptions:%n");
        usage.commandListHeading("%nCommands:%n");
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(EXIT_CODES);
    }
}
