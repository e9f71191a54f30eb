package org.wgan4j.gan.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.RunLength;

/**
 * A recipe that is checked but not trained: both networks and the counts of steps. Immutable and safe for use by several threads.
 *
 * @param notes warnings for the user
 */
public record DryRun(
        Recipe recipe,
        String dataset,
        int images,
        NetworkSpec generator,
        NetworkSpec critic,
        RunLength length,
        List<String> notes) {
    private static final Shape POINT = Shape.of(Points.SHAPE.channels(), Points.SHAPE.height(), Points.SHAPE.width());

    /**
     * Checks a recipe as training does.
     *
     * @throws org.wgan4j.gan.ActionableException if the recipe, the data or the machine do not allow training
     */
    public static DryRun of(Recipe recipe) {
        return of(recipe, Optional.empty(), Components.installed());
    }

    /** The same on data that a program gives. */
    public static DryRun of(Recipe recipe, Dataset dataset) {
        return of(recipe, Optional.of(dataset), Components.installed());
    }

    /**
     * The same on data that a program gives, if it gives any, with objectives and architectures that it passes.
     *
     * @param given takes the place of what the recipe says of data
     * @param components all that the recipe names must be among them
     */
    public static DryRun of(Recipe recipe, Optional<Dataset> given, Components components) {
        return of(TrainingSetup.of(recipe, given, components));
    }

    private static DryRun of(TrainingSetup setup) {
        Recipe recipe = setup.recipe();
        Dataset dataset = setup.dataset();
        return new DryRun(
                recipe,
                dataset.name(),
                dataset.size(),
                setup.model().generator(),
                setup.model().critic(),
                setup.length(),
                setup.notes());
    }

    /** The description for the user. */
    public String toText() {
        StringBuilder text = new StringBuilder(Recipes.toYaml(recipe)).append('\n');
        append(text, "Generator", generator);
        append(text, "Critic", critic);
        long criticSteps = length.totalSteps() * recipe.objective().criticSteps();
        text.append(String.format(
                Locale.ROOT,
                "%d %s of %s; %.2f generator steps an epoch; %d generator steps and %d critic steps in all (%.2f epochs)%n",
                images,
                generator.output().equals(POINT) ? "points" : "images",
                dataset,
                length.stepsPerEpoch(),
                length.totalSteps(),
                criticSteps,
                length.totalSteps() / length.stepsPerEpoch()));
        notes.forEach(note -> text.append("Note: ").append(note).append('\n'));
        return text.toString();
    }

    private static void append(StringBuilder text, String title, NetworkSpec network) {
        text.append(String.format(Locale.ROOT, "%s: %s in%n", title, network.input()));
        for (NetworkSpec.PlacedLayer row : network.placedLayers()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %2d  %-62s %-14s %,12d%n",
                    row.index(),
                    row.layer().description(),
                    row.output(),
                    row.parameterCount()));
        }
        text.append(String.format(
                Locale.ROOT,
                "      %,d parameters, %,d of them trainable%n%n",
                network.parameterCount(),
                network.trainableParameterCount()));
    }
}
