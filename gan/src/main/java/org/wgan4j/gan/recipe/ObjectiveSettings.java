package org.wgan4j.gan.recipe;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;
import org.wgan4j.gan.recipe.setting.SettingException;

/**
 * The objective, its numbers, and the order and count of updates. Immutable and safe for use by several threads; the ranges are checked where
 * a setting is read or changed.
 */
public record ObjectiveSettings(
        @Setting(value = "wgan-gp", help = "the objective", named = ObjectiveDescription.class)
        String name,

        @Setting(value = "10", help = "weight of the gradient penalty", range = "(0, 1000000]")
        double penalty,

        @Setting(value = "0.01", help = "bound of the critic's weights after each critic step", range = "(0, 1000]")
        double clip,

        @Setting(value = "all", help = "which of the critic's tensors are clipped")
        ClippedTensors clipped,

        @Setting(value = "1", help = "critic steps in each generator step", range = "[1, 1000]")
        int criticSteps,

        @Setting(value = "alternating", help = "the order of updates in one generator step")
        Schedule schedule,

        @Setting(value = "batch-statistics", help = "the generator's batch norm where it makes fakes for the critic")
        GeneratorMode criticFakes,

        @Setting(value = "{}", help = "the numbers that an objective declares for itself")
        Map<String, Double> options) {

    /** Refuses values that exclude each other, and completes the options of an objective on the class path. */
    public ObjectiveSettings {
        Optional<ObjectiveDescription> described =
                ObjectiveDescription.installed().find(name);
        if (described.isPresent()) {
            options = OptionDeclaration.resolve(described.get().options(), options, "the objective " + name);
            refuse(schedule, described.get());
        }
        options = Map.copyOf(new TreeMap<>(options));
        if (schedule == Schedule.SIMULTANEOUS && criticSteps != 1) {
            throw new SettingException(
                    "criticSteps",
                    criticSteps,
                    "the simultaneous schedule updates both networks from one batch: use 1, or alternating");
        }
        if (schedule == Schedule.SIMULTANEOUS && criticFakes != GeneratorMode.BATCH_STATISTICS) {
            throw new SettingException(
                    "criticFakes",
                    criticFakes,
                    "the simultaneous schedule has one forward pass for both networks: use batch-statistics, or alternating");
        }
    }

    private static void refuse(Schedule schedule, ObjectiveDescription objective) {
        objective.refusal(schedule).ifPresent(reason -> {
            throw new SettingException("schedule", schedule, reason);
        });
    }

    /**
     * These settings for an objective that they name, with its options complete.
     *
     * @throws IllegalArgumentException if the schedule does not fit it or it has no such options
     */
    public ObjectiveSettings completedFor(ObjectiveDescription objective) {
        refuse(schedule, objective);
        return Declarations.withUnchecked(
                this,
                "options",
                OptionDeclaration.resolve(objective.options(), options, "the objective " + objective.name()));
    }

    /** The value of one of the objective's own numbers. */
    public double option(String option) {
        return OptionDeclaration.value(options, option);
    }

    /** These settings with the given {@link #name()}. */
    public ObjectiveSettings name(String value) {
        return Declarations.with(this, "name", value);
    }

    /** These settings with an objective that need not be on the class path. */
    public ObjectiveSettings name(ObjectiveDescription objective) {
        return Declarations.withUnchecked(this, "name", objective.name());
    }

    /** These settings with the given {@link #penalty()}. */
    public ObjectiveSettings penalty(double value) {
        return Declarations.with(this, "penalty", value);
    }

    /** These settings with the given {@link #clip()}. */
    public ObjectiveSettings clip(double value) {
        return Declarations.with(this, "clip", value);
    }

    /** These settings with the given {@link #clipped()}. */
    public ObjectiveSettings clipped(ClippedTensors value) {
        return Declarations.with(this, "clipped", value);
    }

    /** These settings with the given {@link #criticSteps()}. */
    public ObjectiveSettings criticSteps(int value) {
        return Declarations.with(this, "criticSteps", value);
    }

    /** These settings with the given {@link #schedule()}. */
    public ObjectiveSettings schedule(Schedule value) {
        return Declarations.with(this, "schedule", value);
    }

    /** These settings with the given {@link #criticFakes()}. */
    public ObjectiveSettings criticFakes(GeneratorMode value) {
        return Declarations.with(this, "criticFakes", value);
    }

    /** These settings with the given {@link #options()}. */
    public ObjectiveSettings options(Map<String, Double> value) {
        return Declarations.with(this, "options", value);
    }
}
