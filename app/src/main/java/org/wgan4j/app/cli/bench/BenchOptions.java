package org.wgan4j.app.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.SettingOptions;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that all benchmarks share: the recipe, the batch size and the settings. */
@Command
final class BenchOptions {
    @Option(
            names = "--recipe",
            paramLabel = "RECIPE|FILE.yaml",
            defaultValue = "wgan-gp",
            description = "A built-in recipe or a file; without it, wgan-gp. wgan4j recipes lists the built-in ones.")
    private String recipe = "wgan-gp";

    @Option(names = "--batch", paramLabel = "N", description = "Images in a batch; without it, as the recipe says.")
    private @Nullable Integer batch;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    /** The recipe's name or path, as it was given. */
    String name() {
        return recipe;
    }

    /** The resolved recipe; {@code --batch} comes after {@code --set} and wins. */
    Recipe resolved() {
        List<String> overrides = new ArrayList<>(settings.settings());
        if (batch != null) {
            overrides.add("batchSize=" + batch);
        }
        return Recipes.load(recipe, overrides);
    }
}
