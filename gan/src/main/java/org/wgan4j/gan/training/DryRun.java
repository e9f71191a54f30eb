package org.wgan4j.gan.training;

import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.RecipeCheck;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingState;

/**
 * What a recipe would do, without doing it: both networks, the counts of steps, and what the check before step 1 says.
 *
 * @param notes what a person should know
 */
public record DryRun(
        Recipe recipe,
        String dataset,
        int images,
        NetworkSpec generator,
        NetworkSpec critic,
        RunLength length,
        List<String> notes) {
    /** Works a recipe out, or refuses it for the reasons for which training would. */
    public static DryRun of(Recipe recipe) {
        TorchRuntime runtime = TorchRuntime.start(recipe.runtime().threads());
        Dataset dataset = Datasets.load(recipe.data().source());
        RunLength length = RunLength.of(recipe, dataset.size());
        Compute compute = runtime.compute(recipe.runtime().device());
        try (TrainingState players = TrainingState.create(recipe, dataset.shape(), compute)) {
            return new DryRun(
                    recipe,
                    dataset.name(),
                    dataset.size(),
                    players.generator().network().blueprint(),
                    players.critic().network().blueprint(),
                    length,
                    RecipeCheck.check(players));
        }
    }

    /** For a person to read. */
    public String toText() {
        StringBuilder text = new StringBuilder(Recipes.toYaml(recipe)).append('\n');
        append(text, "Generator", generator);
        append(text, "Critic", critic);
        long criticSteps = length.totalSteps() * recipe.objective().criticSteps();
        text.append(String.format(
                Locale.ROOT,
                "%d %s of %s; %.2f generator steps an epoch; %d generator steps and %d critic steps in all (%.2f epochs)%n",
                images,
                SyntheticDataset.of(recipe.data().source()).isPresent() ? "points" : "images",
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
        for (NetworkSpec.Row row : network.rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %2d  %-62s %-14s %,12d%n",
                    row.index(),
                    row.layer().description(),
                    row.output(),
                    row.numbers()));
        }
        text.append(String.format(
                Locale.ROOT,
                "      %,d parameters, %,d of them trainable%n%n",
                network.numbers(),
                network.trainableNumbers()));
    }
}
