package org.wgan4j.app.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.UnwritableFileException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.TransportException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The handlers of failures: one sentence on the error stream, the stack trace under {@code --debug} alone, and the exit code. Used by one thread. */
public final class PlainErrors {
    private PlainErrors() {}

    /** Handles arguments that cannot be parsed. */
    public static int onParameters(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String sentence = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : firstLine(failure.getMessage()) + "; see " + helpOf(command.getCommandSpec());
        print(command, lowerFirst(sentence), failure, Arrays.asList(arguments));
        return ExitCodes.BAD_INPUT;
    }

    /** Handles a command that threw. */
    public static int onExecution(Exception failure, CommandLine command, ParseResult parsed) {
        print(command, sentence(failure), failure, parsed.expandedArgs());
        return isBadInput(cause(failure)) ? ExitCodes.BAD_INPUT : ExitCodes.FAILED;
    }

    /** Handles an error of the virtual machine or of a library, which picocli hands on. */
    static int onError(Error failure, CommandLine command, ParseResult parsed) {
        print(command, sentence(failure), failure, parsed.expandedArgs());
        return ExitCodes.FAILED;
    }

    /** What was thrown on another thread comes wrapped. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** A transport problem that cannot be posed is bad input too; one that was not solved in time, or an answer that was not written, is not. */
    private static boolean isBadInput(Throwable failure) {
        return (failure instanceof ActionableException && !(failure instanceof UnwritableFileException))
                || (failure instanceof TransportException && !(failure instanceof LimitReachedException));
    }

    private static boolean hasSentence(Throwable failure) {
        return failure instanceof ActionableException
                || failure instanceof TransportException
                || failure instanceof RunFailedException;
    }

    /** What went wrong, in one sentence. */
    public static String sentence(Throwable thrown) {
        Throwable failure = cause(thrown);
        if (hasSentence(failure)) {
            return printed(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return sentence(unchecked.getCause());
        }
        if (failure instanceof FileSystemException file) {
            return "cannot use " + printed(file.getFile()) + ": " + reason(file);
        }
        if (failure instanceof IOException) {
            return "reading or writing failed: " + firstLine(failure.getMessage());
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory (" + firstLine(failure.getMessage())
                    + "); give more with WGAN4J_JAVA_OPTIONS=-Xmx8g, or ask for less at once: a smaller batchSize, fewer points, a coarser grid";
        }
        if (failure instanceof StackOverflowError) {
            return "the input is nested too deeply for the stack of Java; give it more with WGAN4J_JAVA_OPTIONS=-Xss64m, or simplify the input";
        }
        if (failure instanceof LinkageError) {
            return "a library of wgan4j does not load (" + failure.getClass().getSimpleName() + ": "
                    + firstLine(deepest(failure).getMessage())
                    + "); run wgan4j doctor, and check that the installation is whole and fits this system";
        }
        if (failure.getCause() instanceof Error) {
            return sentence(failure.getCause());
        }
        return "unexpected " + failure.getClass().getSimpleName() + ": " + firstLine(failure.getMessage())
                + "; this is a defect of wgan4j, please report it with the output of --debug";
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        String reason = failure.getReason();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        String found = failure.getUnmatched().get(0);
        boolean option = failure.isUnknownOption();
        boolean subcommand = !option && !command.subcommands().isEmpty();
        List<String> valid = option ? visibleOptions(command) : subcommand ? visibleCommands(command) : List.of();
        String kind = option ? "option" : subcommand ? "command" : "further argument";
        StringBuilder sentence = new StringBuilder();
        sentence.append(command.name()).append(" has no ").append(kind).append(" '");
        sentence.append(PrintableText.of(found)).append("'");
        sentence.append(NearestWord.question(found, valid));
        if (!valid.isEmpty()) {
            sentence.append(" (").append(kind).append("s: ");
            sentence.append(String.join(", ", valid)).append(")");
        }
        return sentence.append("; see ").append(helpOf(command)).toString();
    }

    private static List<String> visibleOptions(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> option.longestName())
                .collect(Collectors.toList());
    }

    private static List<String> visibleCommands(CommandSpec command) {
        return command.subcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(entry -> entry.getKey())
                .collect(Collectors.toList());
    }

    private static String helpOf(CommandSpec command) {
        return command.qualifiedName() + " --help";
    }

    private static void print(CommandLine command, String sentence, Throwable failure, List<String> arguments) {
        PrintWriter err = command.getErr();
        err.println("wgan4j: " + sentence);
        if (arguments.contains(CommandOutput.DEBUG)) {
            failure.printStackTrace(err);
        }
        err.flush();
    }

    /** A whole message: a line break in it is one of a name. */
    private static String printed(@Nullable String message) {
        return message == null || message.isBlank() ? "no reason given" : PrintableText.of(message.strip());
    }

    /** The first line of a message that a library wrote. */
    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason given"
                : printed(message.strip().lines().findFirst().orElse(null));
    }

    private static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
