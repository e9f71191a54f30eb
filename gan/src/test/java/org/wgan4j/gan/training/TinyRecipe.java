package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

/** Recipes small enough for a test: few images, small batches, one thread of arithmetic precision. */
public final class TinyRecipe {
    private TinyRecipe() {}

    /** A built-in recipe with batches of 8 on one digit of the test images, in single precision and plainly computed. */
    public static Recipe of(String name, String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "data.name=mnist-test",
                "data.digits=[7]",
                "batchSize=8",
                "steps=20",
                "samples.rows=2",
                "samples.columns=3",
                "checkpoints.keep=0",
                "quality.everyEpochs=0",
                "quality.everySteps=0",
                "runtime.precision=float32",
                "runtime.threads=2",
                "runtime.tuning=off"));
        all.addAll(List.of(overrides));
        return Recipes.load(name, all);
    }
}
