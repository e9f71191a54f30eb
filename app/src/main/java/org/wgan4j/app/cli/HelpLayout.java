package org.wgan4j.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of every command is laid out, and what all of them say. */
final class HelpLayout {
    private static final int COLUMNS = 100;

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
        usage.exitCodeList(
                ExitCodes.OK + ":it worked",
                ExitCodes.FAILED + ":it began and failed",
                ExitCodes.BAD_INPUT + ":the input cannot be used",
                ExitCodes.INTERRUPTED + ":it was interrupted");
    }
}
