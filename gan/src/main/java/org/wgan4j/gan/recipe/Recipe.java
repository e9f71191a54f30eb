package org.wgan4j.gan.recipe;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.RecipeException;
import org.wgan4j.gan.recipe.setting.Setting;
import org.wgan4j.gan.recipe.setting.SettingException;

/**
 * The resolved settings of a run. Immutable and safe for use by several threads.
 *
 * <p>A recipe is read from YAML by {@link Recipes} or made in code: {@code Recipe.wganGp().batchSize(64).objective(o -> o.penalty(5))}. Both
 * check each value against its declaration and refuse with the same sentences, as does the constructor; each method gives a complete recipe, so that of two settings
 * that exclude each other the one that permits the other is changed first.
 */
public record Recipe(
        @Setting(value = "0", help = "start of all that is random")
        long seed,

        @Setting(value = "64", help = "images in a batch", range = "[1, 65536]")
        int batchSize,

        @Setting(value = "50", help = "length of the run in epochs, where steps is 0", range = "[0, 1000000000]")
        int epochs,

        @Setting(value = "0", help = "length of the run in generator steps, 0 = from epochs", range = "[0, 1000000000]")
        int steps,

        @Setting(
                value = "real-batches",
                help = "what an epoch counts: as many real batches, or generator steps, as the data set has batches")
        EpochUnit epochUnit,

        DataSettings data,
        NetworkSettings network,
        ObjectiveSettings objective,
        AveragingSettings averaging,
        OptimizerSettings generatorOptimizer,
        OptimizerSettings criticOptimizer,
        CheckpointSettings checkpoints,
        SampleSettings samples,
        QualitySettings quality,
        AuditSettings audit,
        RuntimeSettings runtime) {

    /**
     * Checks every setting of the recipe and of its groups.
     *
     * @throws IllegalArgumentException if a value is outside its range or two exclude each other; the message names the setting, the value and what
     *     is allowed
     */
    public Recipe {
        Declarations.check(
                Recipe.class,
                seed,
                batchSize,
                epochs,
                steps,
                epochUnit,
                data,
                network,
                objective,
                averaging,
                generatorOptimizer,
                criticOptimizer,
                checkpoints,
                samples,
                quality,
                audit,
                runtime);
        if (epochs == 0 && steps == 0) {
            throw new SettingException("epochs", epochs, "a run needs a length: give epochs or steps a number above 0");
        }
        if (objective.schedule() == Schedule.SPLIT && batchSize % 2 != 0) {
            throw new SettingException(
                    "batchSize", batchSize, "the split schedule halves each batch: use an even number");
        }
    }

    /** The declared defaults with those of the original GAN. */
    public static Recipe gan() {
        return of("gan");
    }

    /** The declared defaults with those of the Wasserstein GAN with weight clipping. */
    public static Recipe wgan() {
        return of("wgan");
    }

    /** The declared defaults with those of the Wasserstein GAN with gradient penalty. */
    public static Recipe wganGp() {
        return of("wgan-gp");
    }

    /**
     * The declared defaults with those of an objective on the class path.
     *
     * @throws RecipeException if there is none of that name
     */
    public static Recipe of(String objective) {
        return of(ObjectiveDescription.installed()
                .find(objective)
                .orElseThrow(() -> new RecipeException(String.format(
                        Locale.ROOT,
                        "There is no objective '%s' on the class path; there are %s",
                        objective,
                        String.join(", ", ObjectiveDescription.installed().names())))));
    }

    /** The declared defaults with those of an objective that need not be on the class path. */
    public static Recipe of(ObjectiveDescription objective) {
        return RecipeReader.read(objective);
    }

    /** This recipe with the given {@link #seed()}. */
    public Recipe seed(long value) {
        return Declarations.with(this, "seed", value);
    }

    /** This recipe with the given {@link #batchSize()}. */
    public Recipe batchSize(int value) {
        return Declarations.with(this, "batchSize", value);
    }

    /** This recipe with a length of so many epochs, in place of one in steps. */
    public Recipe epochs(int value) {
        return Declarations.with(this, Map.of("epochs", value, "steps", 0));
    }

    /** This recipe with the given {@link #steps()}. */
    public Recipe steps(int value) {
        return Declarations.with(this, "steps", value);
    }

    /** This recipe with the given {@link #epochUnit()}. */
    public Recipe epochUnit(EpochUnit value) {
        return Declarations.with(this, "epochUnit", value);
    }

    /** This recipe with changed {@link #data()}. */
    public Recipe data(UnaryOperator<DataSettings> change) {
        return Declarations.change(this, "data", data, change);
    }

    /** This recipe with changed {@link #network()}. */
    public Recipe network(UnaryOperator<NetworkSettings> change) {
        return Declarations.change(this, "network", network, change);
    }

    /** This recipe with changed {@link #objective()}. */
    public Recipe objective(UnaryOperator<ObjectiveSettings> change) {
        return Declarations.change(this, "objective", objective, change);
    }

    /** This recipe with changed {@link #averaging()}. */
    public Recipe averaging(UnaryOperator<AveragingSettings> change) {
        return Declarations.change(this, "averaging", averaging, change);
    }

    /** This recipe with changed {@link #generatorOptimizer()}. */
    public Recipe generatorOptimizer(UnaryOperator<OptimizerSettings> change) {
        return Declarations.change(this, "generatorOptimizer", generatorOptimizer, change);
    }

    /** This recipe with changed {@link #criticOptimizer()}. */
    public Recipe criticOptimizer(UnaryOperator<OptimizerSettings> change) {
        return Declarations.change(this, "criticOptimizer", criticOptimizer, change);
    }

    /** This recipe with changed {@link #checkpoints()}. */
    public Recipe checkpoints(UnaryOperator<CheckpointSettings> change) {
        return Declarations.change(this, "checkpoints", checkpoints, change);
    }

    /** This recipe with changed {@link #samples()}. */
    public Recipe samples(UnaryOperator<SampleSettings> change) {
        return Declarations.change(this, "samples", samples, change);
    }

    /** This recipe with changed {@link #quality()}. */
    public Recipe quality(UnaryOperator<QualitySettings> change) {
        return Declarations.change(this, "quality", quality, change);
    }

    /** This recipe with changed {@link #audit()}. */
    public Recipe audit(UnaryOperator<AuditSettings> change) {
        return Declarations.change(this, "audit", audit, change);
    }

    /** This recipe with changed {@link #runtime()}. */
    public Recipe runtime(UnaryOperator<RuntimeSettings> change) {
        return Declarations.change(this, "runtime", runtime, change);
    }
}
