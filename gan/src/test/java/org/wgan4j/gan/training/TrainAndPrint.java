package org.wgan4j.gan.training;

import java.nio.file.Path;
import java.util.List;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.training.event.RunEvent;

/** Trains in a process of its own and prints each step, so that a test can kill it: arguments are the recipe and the run directory. */
public final class TrainAndPrint {
    private TrainAndPrint() {}

    /** Trains to the end, unless killed. */
    public static void main(String[] arguments) {
        try (TrainingRun run =
                TrainingRun.start(Recipes.load(arguments[0], List.of()), "test", Path.of(arguments[1]))) {
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Stepped stepped) {
                            System.out.println("step " + stepped.record().step());
                        }
                    },
                    () -> false);
        }
    }
}
