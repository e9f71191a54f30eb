package org.wgan4j.app.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.DryRun;
import org.wgan4j.gan.training.NewRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j train}: trains a recipe in a new run. Used by one thread. */
@Command(
        name = "train",
        description = {
            "Trains a generator and a critic by a recipe, into a run directory of its own.",
            "Ctrl-C finishes the step, saves and says how to go on; a second one ends at once."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j train                                              readable digits in minutes",
            "  wgan4j train wgan-gp --epochs 20 --seed 7 --out runs/mine",
            "  wgan4j train digit-wgan --set data.digits=[3,4,6]",
            "  wgan4j train quick --steps 40 --quiet                     a short try",
            "  wgan4j train mine.yaml --dry-run                          what would be trained",
            "  wgan4j train --from runs/mine --set generatorOptimizer.learningRate=1e-5",
        })
public final class TrainCommand implements Callable<Integer> {
    @Mixin
    private CommandOutput output = new CommandOutput();

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    @Parameters(
            paramLabel = "RECIPE|FILE.yaml",
            arity = "0..1",
            description =
                    "A built-in recipe or a file; without it, quick, or with --from that of RUN. wgan4j recipes lists the built-in ones.")
    private @Nullable String recipe;

    @Option(names = "--seed", paramLabel = "N", description = "The start of all that is random.")
    private @Nullable Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run directory, new or empty; without it, runs/<time>-<recipe>.")
    private @Nullable Path out;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            description =
                    "A run whose latest weights to begin with, in place of random ones; its networks, but other settings if wished.")
    private @Nullable Path from;

    @Option(
            names = "--dry-run",
            description = "Prints the resolved recipe, both networks and the counts of steps, and writes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Optional<RunDirectory> source = from == null ? Optional.empty() : Optional.of(RunDirectory.open(from));
        String name = recipe != null
                ? recipe
                : from != null ? from.resolve("recipe.yaml").toString() : "quick";
        Recipe resolved = Recipes.load(name, overrides());
        if (dryRun) {
            output.lines(DryRun.of(resolved).toText().stripTrailing().lines().toList());
            return ExitCodes.OK;
        }
        NewRun named = NewRun.of(resolved).named(recipeName(name));
        NewRun run = source.map(named::from).orElse(named);
        Path directory = out;
        return new TrainingSession(output, training.quiet())
                .run(() -> directory == null ? run.startBelow(Path.of("runs")) : run.startIn(directory));
    }

    /** Of a recipe that comes with another run, the name that the run has. */
    private String recipeName(String name) {
        return recipe == null && from != null
                ? RunDirectory.open(from).provenance().recipe()
                : name;
    }

    /** The shorthands come after {@code --set}, and later ones win. */
    private List<String> overrides() {
        List<String> overrides = new ArrayList<>(training.settings());
        training.epochs().ifPresent(epochs -> overrides.add("epochs=" + epochs));
        training.steps().ifPresent(steps -> overrides.add("steps=" + steps));
        if (seed != null) {
            overrides.add("seed=" + seed);
        }
        return overrides;
    }
}
