package org.wgan4j.app.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.OutputPath;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.app.cli.console.RunParameter;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.inference.TrainedCritic;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.audit.AuditFigures;
import org.wgan4j.report.audit.GeneratedClasses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wgan4j audit}: compares what the critic of a run estimates with exact transport between the same images. Used by one thread. */
@Command(
        name = "audit",
        description = {
            "Compares the critic of a run's latest checkpoint with exact optimal transport on the same images.",
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

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Mixin
    private RunParameter run = new RunParameter();

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

    @Override
    public Integer call() {
        if (images < LEAST || images > MOST) {
            throw new ActionableException(
                    "--images must be a whole number from " + LEAST + " to " + MOST + ", not " + images);
        }
        OutputPath.refuseEmpty("--out", folder);
        RunDirectory opened = RunDirectory.open(run.directory());
        AtomicFile.requireFolder(folder == null ? opened.path() : folder);
        long chosenSeed = seed == null ? opened.recipe().seed() : seed;
        output.progress(
                "auditing the critic of " + PrintableText.of(run.directory().toString()) + " on " + images
                        + " real and as many generated images ...");
        try (TrainedCritic critic = TrainedCritic.load(opened)) {
            AuditReport report = critic.audit(images, chosenSeed);
            GeneratedClasses classes = GeneratedClasses.of(report.generated(), opened);
            AuditAnswer answer = new AuditAnswer(run.directory(), chosenSeed, report, classes);
            output.answerWithFiles(answer::object, answer::lines, () -> write(opened, report, classes));
        }
        return ExitCodes.OK;
    }

    private List<Path> write(RunDirectory opened, AuditReport report, GeneratedClasses classes) {
        Path into = folder == null ? opened.path() : folder;
        return AuditFigures.write(into, opened, report, classes.labels());
    }
}
