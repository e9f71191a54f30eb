package org.wgan4j.app.cli.audit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.OutputPath;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.inference.TrainedCritic;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.audit.AuditFigures;
import org.wgan4j.report.audit.GeneratedClasses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j audit}: what the critic of a run estimates, beside exact transport between the same images. */
@Command(
        name = "audit",
        description = {
            "Holds the critic of a run's latest checkpoint against exact optimal transport on the same images.",
            "Says in a sentence what its estimate is worth, draws audit.png (over the steps where training made audits, see the settings"
                    + " audit.everyEpochs and audit.everySteps) and pairs.png (which generated image the plan pairs with which real one)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j audit runs/mine                            1000 real and 1000 generated images",
            "  wgan4j audit runs/mine --images 2000 --seed 1     others, and more of them",
            "  wgan4j audit runs/mine --out pictures/ --json     numbers for a script",
        })
public final class AuditCommand implements Callable<Integer> {
    private static final int LEAST = 16;
    private static final int MOST = 5000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Parameters(paramLabel = "RUN", description = "The run directory that training made.")
    private Path directory = Path.of("");

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many real images, and as many generated ones, 16 to 5000; without it, 1000.")
    private int images = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which images and which noise; without it, the run's own, as the audits of training.")
    private @Nullable Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that the pictures are written to; without it, RUN.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (images < LEAST || images > MOST) {
            throw new ActionableException(
                    "--images must be a whole number from " + LEAST + " to " + MOST + ", not " + images);
        }
        OutputPath.refuseEmpty("--out", folder);
        RunDirectory run = RunDirectory.open(directory);
        AtomicFile.requireFolder(folder == null ? run.path() : folder);
        long chosenSeed = seed == null ? run.recipe().seed() : seed;
        PrintWriter err = spec.commandLine().getErr();
        err.println("auditing the critic of " + directory + " on " + images + " real and as many generated images ...");
        err.flush();
        try (TrainedCritic critic = TrainedCritic.load(run)) {
            AuditReport report = critic.audit(images, chosenSeed);
            GeneratedClasses classes = GeneratedClasses.of(report.generated(), run);
            List<Path> files = List.of();
            try {
                files = AuditFigures.write(folder == null ? run.path() : folder, run, report, classes.labels());
            } finally {
                // An answer of minutes is not lost with its pictures.
                AuditAnswer answer = new AuditAnswer(directory, chosenSeed, report, classes, files);
                CommandOutput.of(spec).line(json ? Json.text(answer.object()) : answer.text());
            }
        }
        return ExitCodes.OK;
    }
}
