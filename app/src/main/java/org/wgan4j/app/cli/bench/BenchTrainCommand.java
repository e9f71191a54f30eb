package org.wgan4j.app.cli.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.RunFailedException;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.app.cli.emd.EmdAnswer;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.benchmark.SpeedReport;
import org.wgan4j.gan.benchmark.TrainingSpeed;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.DivergedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wgan4j bench train}: how fast a recipe trains on this machine. */
@Command(
        name = "train",
        description = {
            "Trains a recipe for some seconds, saves nothing, and says how long its steps take.",
            "The arithmetic (GFLOP) is counted as if every convolution were done directly, and set beside the rate of"
                    + " the recipe's largest convolution done so, measured in the same run. Faster formulations multiply"
                    + " less than is counted, so that share can exceed what direct convolutions could reach.",
            "Two iterations to warm up do not count; at least three do."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j bench train                                 wgan-gp for half a minute",
            "  wgan4j bench train --recipe quick --seconds 10 --json",
            "  wgan4j bench train --set runtime.precision=float32 --set runtime.tuning=off",
        })
final class BenchTrainCommand implements Callable<Integer> {
    private static final double LONGEST = 3600;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "How long to measure, above 0 and up to 3600; without it, 30.")
    private double seconds = 30;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= LONGEST)) {
            throw new ActionableException("--seconds must be above 0 and at most 3600, not " + seconds);
        }
        SpeedAnswer answer = SpeedAnswer.here(options.name(), measured(options.resolved()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(answer.object()));
        } else {
            answer.lines().forEach(out::println);
        }
        out.flush();
        return ExitCodes.OK;
    }

    private SpeedReport measured(Recipe recipe) {
        try (TrainingSpeed speed = TrainingSpeed.of(recipe)) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf(Locale.ROOT, "training for %s s ...%n", EmdAnswer.plain(seconds));
            err.flush();
            return speed.measure(seconds);
        } catch (DivergedException failure) {
            throw new RunFailedException(failure);
        }
    }
}
