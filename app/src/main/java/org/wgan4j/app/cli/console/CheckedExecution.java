package org.wgan4j.app.cli.console;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * The execution of a parsed command, in which errors of the virtual machine and an answer that never reached standard output have their
 * exit codes too. Used by one thread.
 */
public final class CheckedExecution implements IExecutionStrategy {
    @Override
    public int execute(ParseResult parsed) {
        CommandLine command = commandOf(parsed);
        int code;
        try {
            code = new RunLast().execute(parsed);
        } catch (Error failure) {
            code = PlainErrors.onError(failure, command, parsed);
        }
        return isLost(command.getOut()) ? Math.max(code, lost(command)) : code;
    }

    /** The innermost command that was named. */
    private static CommandLine commandOf(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.commandSpec().commandLine();
    }

    /** Flushes; writers keep their failures to themselves until they are asked. */
    private static boolean isLost(PrintWriter out) {
        return out.checkError();
    }

    private static int lost(CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("wgan4j: the answer could not be written to standard output, and is lost or cut short;"
                + " check where it is sent (is the disk full, or the other end closed?)");
        err.flush();
        return ExitCodes.FAILED;
    }
}
