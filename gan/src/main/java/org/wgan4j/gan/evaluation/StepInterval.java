package org.wgan4j.gan.evaluation;

import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.run.StepRecord;

/**
 * When something recurs in a run.
 *
 * @param everyEpochs after every so many epochs, 0 = not
 * @param everySteps after every so many generator steps, 0 = not
 */
public record StepInterval(int everyEpochs, int everySteps) {
    /** A moment of a run: a step that was just made, and whether it ended an epoch. */
    public record Moment(StepRecord record, int epoch, boolean epochEnded) {
        public long step() {
            return record.step();
        }
    }

    /** When the samples of a run are judged. */
    static StepInterval of(QualitySettings quality) {
        return new StepInterval(quality.everyEpochs(), quality.everySteps());
    }

    /** Whether an epoch or a step calls for it now. */
    public boolean isDue(Moment moment) {
        return endsEpoch(moment) || (everySteps > 0 && moment.step() % everySteps == 0);
    }

    /** Whether the end of an epoch calls for it now. */
    public boolean endsEpoch(Moment moment) {
        return moment.epochEnded() && everyEpochs > 0 && moment.epoch() % everyEpochs == 0;
    }

    /** Whether it ever recurs. */
    public boolean recurs() {
        return everyEpochs > 0 || everySteps > 0;
    }
}
