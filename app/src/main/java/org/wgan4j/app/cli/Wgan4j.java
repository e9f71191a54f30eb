package org.wgan4j.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wgan4j.app.cli.audit.AuditCommand;
import org.wgan4j.app.cli.barycenter.BarycenterCommand;
import org.wgan4j.app.cli.bench.BenchCommand;
import org.wgan4j.app.cli.compare.CompareCommand;
import org.wgan4j.app.cli.console.CheckedExecution;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.DecimalNumbers;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.HelpLayout;
import org.wgan4j.app.cli.console.PlainErrors;
import org.wgan4j.app.cli.console.Version;
import org.wgan4j.app.cli.console.WholeNumbers;
import org.wgan4j.app.cli.data.DataCommand;
import org.wgan4j.app.cli.doctor.DoctorCommand;
import org.wgan4j.app.cli.emd.DivergencesCommand;
import org.wgan4j.app.cli.emd.EmdCommand;
import org.wgan4j.app.cli.evaluate.ClassifierCommand;
import org.wgan4j.app.cli.evaluate.EvaluateCommand;
import org.wgan4j.app.cli.figures.FiguresCommand;
import org.wgan4j.app.cli.figures.RetrieveCommand;
import org.wgan4j.app.cli.sample.InterpolateCommand;
import org.wgan4j.app.cli.sample.SampleCommand;
import org.wgan4j.app.cli.train.RecipesCommand;
import org.wgan4j.app.cli.train.ResumeCommand;
import org.wgan4j.app.cli.train.TrainCommand;
import org.wgan4j.app.cli.transport.TransportCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code wgan4j}: the root of the command tree. Used by one thread. */
@Command(
        name = "wgan4j",
        header = "Trains and evaluates Wasserstein GANs, and solves optimal transport problems.",
        versionProvider = Version.class,
        subcommands = {
            TrainCommand.class,
            ResumeCommand.class,
            SampleCommand.class,
            InterpolateCommand.class,
            EvaluateCommand.class,
            AuditCommand.class,
            CompareCommand.class,
            RecipesCommand.class,
            DataCommand.class,
            ClassifierCommand.class,
            EmdCommand.class,
            DivergencesCommand.class,
            FiguresCommand.class,
            TransportCommand.class,
            BarycenterCommand.class,
            RetrieveCommand.class,
            BenchCommand.class,
            DoctorCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j train                          readable digits in minutes",
            "  wgan4j recipes                        what can be trained",
            "  wgan4j data mnist                     what it is trained on",
            "  wgan4j evaluate runs/mine             how good its samples are, in numbers",
            "  wgan4j audit runs/mine                what the critic of a run really estimates",
            "  wgan4j compare runs/a runs/b          runs beside each other on a page",
            "  wgan4j emd --from 3,1 --to 1,3        the earth mover's distance between two histograms",
            "  wgan4j transport x.npy y.npy          the same between two sets of points",
            "  wgan4j barycenter a.png b.png         the measure between several",
            "  wgan4j retrieve query.jpg photos      the photos whose colours are nearest",
            "  wgan4j bench train                    how fast this machine trains",
            "  wgan4j doctor                         whether this machine is ready",
            "  wgan4j help train                     the options and examples of one command",
            "  source <(wgan4j generate-completion)  completes commands and options in bash and zsh"
        })
public final class Wgan4j implements Callable<Integer> {
    @Mixin
    private CommandOutput output = new CommandOutput();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version and exits.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    private Wgan4j() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        // Numbers and help look the same everywhere, whatever the machine's language.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            return commandLine().setOut(standardOutput()).execute(arguments);
        } catch (Error failure) {
            // Before a command was found: what comes later is answered where the command runs.
            System.err.println("wgan4j: " + PlainErrors.sentence(failure));
            return ExitCodes.FAILED;
        }
    }

    /** Not {@link System#out}, which keeps its failures to itself: {@link CheckedExecution} asks for them. */
    private static PrintWriter standardOutput() {
        String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        Charset charset = encoding != null && Charset.isSupported(encoding)
                ? Charset.forName(encoding)
                : Charset.defaultCharset();
        return new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset);
    }

    /** The whole command tree, ready to execute; streams and colours can still be set. */
    public static CommandLine commandLine() {
        CommandLine root = new CommandLine(new Wgan4j());
        root.addSubcommand("help", help());
        root.addSubcommand("generate-completion", completion());
        root.registerConverter(Integer.class, WholeNumbers::ofInt);
        root.registerConverter(int.class, WholeNumbers::ofInt);
        root.registerConverter(Long.class, WholeNumbers::ofLong);
        root.registerConverter(long.class, WholeNumbers::ofLong);
        root.registerConverter(Double.class, DecimalNumbers::ofDouble);
        root.registerConverter(double.class, DecimalNumbers::ofDouble);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler(PlainErrors::onParameters);
        root.setExecutionExceptionHandler(PlainErrors::onExecution);
        root.setExecutionStrategy(new CheckedExecution());
        HelpLayout.apply(root);
        return root;
    }

    /** picocli's own command, with examples. */
    private static CommandLine help() {
        CommandLine help = new CommandLine(new HelpCommand());
        help.getCommandSpec()
                .usageMessage()
                .description("Prints the help of a command.")
                .footerHeading("%nExamples:%n")
                .footer("  wgan4j help          the commands", "  wgan4j help recipes  the options of one command");
        return help;
    }

    /** picocli's own command, with examples; the list of commands leaves it out, the examples below it name it. */
    private static CommandLine completion() {
        CommandLine completion = new CommandLine(new GenerateCompletion());
        completion
                .getCommandSpec()
                .usageMessage()
                .hidden(true)
                .description("Prints a script that completes commands and options in bash and zsh.")
                .footerHeading("%nExamples:%n")
                .footer("  source <(wgan4j generate-completion)");
        return completion;
    }

    /** Without a command, the help, and the exit code of an input that names nothing to do. */
    @Override
    public Integer call() {
        return output.missingSubcommand();
    }
}
