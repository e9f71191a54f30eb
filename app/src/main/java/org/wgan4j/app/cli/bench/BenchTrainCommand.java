package org.wgan4j.app.cli.bench;

import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.RunFailedException;
import org.wgan4j.app.cli.input.Numeral;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.benchmark.SpeedReport;
import org.wgan4j.gan.benchmark.TrainingSpeed;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.DivergedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wgan4j bench train}: how fast a recipe trains on this machine. */
@Command(
        name = "train",
        description = {
            "Trains a recipe for some seconds, saves nothing, and says how long its steps take.",
            "The arithmetic (GFLOP) is counted as if every convolution were done directly, and set beside the rate of"
                    + " the recipe's largest convolution done so, measured in the same run. Faster algorithms multiply"
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

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "How long to measure, above 0 and up to 3600; without it, 30.")
    private double seconds = 30;

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= LONGEST)) {
            throw new ActionableException("--seconds must be above 0 and at most 3600, not " + seconds);
        }
        SpeedAnswer answer = SpeedAnswer.here(options.name(), measured(options.resolved()));
        output.answer(answer::object, answer::lines);
        return ExitCodes.OK;
    }

    private SpeedReport measured(Recipe recipe) {
        try (TrainingSpeed speed = TrainingSpeed.of(recipe)) {
            output.progress("training for " + Numeral.of(seconds) + " s ...");
            return speed.measure(seconds);
        } catch (DivergedException failure) {
            throw new RunFailedException(failure);
        }
    }
}
