package org.wgan4j.gan.recipe;

/** A whole run: every setting, valid and resolved. */
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

    /** Checks every value against its declaration. */
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
}
