package org.wgan4j.gan.evaluation;

import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.run.StepRecord;

/**
 * An interval in epochs, steps or both. Immutable and safe for use by several threads.
 *
 * @param everyEpochs after every so many epochs, 0 = not
 * @param everySteps after every so many generator steps, 0 = not
 */
public record StepInterval(int everyEpochs, int everySteps) {
    /** A step that was just made, and whether it ended an epoch. */
    public record CompletedStep(StepRecord record, int epoch, boolean epochEnded) {
        public long step() {
            return record.step();
        }
    }

    /** The interval of quality metrics. */
    static StepInterval of(QualitySettings quality) {
        return new StepInterval(quality.everyEpochs(), quality.everySteps());
    }

    /** Whether it is due after the step. */
    public boolean isDue(CompletedStep completed) {
        return endsEpoch(completed) || (everySteps > 0 && completed.step() % everySteps == 0);
    }

    /** Whether it is due because the step ended an epoch. */
    public boolean endsEpoch(CompletedStep completed) {
        return completed.epochEnded() && everyEpochs > 0 && completed.epoch() % everyEpochs == 0;
    }

    /** Whether it ever is due. */
    public boolean recurs() {
        return everyEpochs > 0 || everySteps > 0;
    }
}
