package org.wgan4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.RunEvent;

/**
 * Trains for many steps and prints how much memory the process holds, which must level off.
 *
 * <p>Arguments: a recipe, then overrides as {@code key=value}; the run directory is temporary. Linux only: memory is read from
 * {@code /proc/self/status}.
 */
public final class Soak {
    private static final int LINES = 20;

    private Soak() {}

    /** Trains and prints one line each twentieth of the run. */
    public static void main(String[] arguments) throws IOException {
        List<String> overrides =
                new ArrayList<>(List.of("steps=2000", "samples.everySteps=0", "checkpoints.everySteps=0"));
        overrides.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        Path folder = Files.createTempDirectory("wgan4j-soak").resolve("run");
        System.out.println("step  ms/step  resident MiB  peak MiB  native objects");
        try (TrainingRun run = TrainingRun.start(Recipes.load(arguments[0], overrides), arguments[0], folder)) {
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Stepped stepped) {
                            report(stepped);
                        }
                    },
                    () -> false);
        }
    }

    private static void report(RunEvent.Stepped stepped) {
        long step = stepped.record().step();
        if (step % Math.max(1, stepped.totalSteps() / LINES) == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%d %.1f %.0f %.0f %d%n",
                    step,
                    stepped.record().seconds() * 1e3 / step,
                    ProcessMemory.mebibytes("VmRSS"),
                    ProcessMemory.mebibytes("VmHWM"),
                    NativeScope.liveObjects());
        }
    }
}
