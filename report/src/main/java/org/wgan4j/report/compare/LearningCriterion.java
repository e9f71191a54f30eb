package org.wgan4j.report.compare;

import java.util.OptionalDouble;
import org.wgan4j.gan.metric.Metrics;

/** The criterion by which a run has learnt: enough classes present among its samples, and enough coverage. */
final class LearningCriterion {
    /** The criterion as a sentence. */
    static final String DESCRIPTION =
            "A run has learnt if at its end at least 8 classes are present among the samples that the classifier is sure of (of"
                    + " all digits), and coverage is 0.1 or more.";

    private static final double CLASSES = 8;
    private static final double COVERAGE = 0.1;
    private static final int ALL_DIGITS = 10;

    private LearningCriterion() {}

    /** Whether every run of an arm has learnt. */
    static boolean learns(ArmRecord arm) {
        return arm.trials().stream().allMatch(LearningCriterion::learnt);
    }

    /** Whether a run has learnt. */
    static boolean learnt(TrialRecord trial) {
        return learnt(trial, trial.lastValue(Metrics.COVERAGE.key()), trial.lastValue(Metrics.CLASSES_PRESENT.key()));
    }

    /** Whether every run of an arm had learnt at a cost. */
    static boolean learntBy(ArmRecord arm, CostScale scale, double cost) {
        return arm.trials().stream()
                .allMatch(trial -> learnt(
                        trial,
                        trial.valueAt(Metrics.COVERAGE.key(), scale, cost),
                        trial.valueAt(Metrics.CLASSES_PRESENT.key(), scale, cost)));
    }

    private static boolean learnt(TrialRecord trial, OptionalDouble coverage, OptionalDouble classes) {
        int digits = trial.recipe().data().digits().size();
        boolean allDigits = digits == 0 || digits == ALL_DIGITS;
        boolean enough = !allDigits || classes.orElse(0) >= CLASSES;
        return coverage.orElse(0) >= COVERAGE && enough;
    }
}
