package org.wgan4j.report.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.StepRecord;

/** What runs are given equally much of. */
public enum CostScale {
    /** Generator steps. */
    STEPS("generator step", record -> (double) record.step(), measure -> (double) measure.step()),
    /** Real images that the critic has seen. */
    IMAGES("real images seen", record -> (double) record.imagesSeen(), measure -> (double) measure.imagesSeen()),
    /** Seconds of training. */
    SECONDS("seconds of training", StepRecord::seconds, EvaluationRecord::seconds);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToDoubleFunction<StepRecord> ofStep;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToDoubleFunction<EvaluationRecord> ofMeasure;

    CostScale(String words, ToDoubleFunction<StepRecord> ofStep, ToDoubleFunction<EvaluationRecord> ofMeasure) {
        this.words = words;
        this.ofStep = ofStep;
        this.ofMeasure = ofMeasure;
    }

    /** What it counts, for an axis. */
    public String words() {
        return words;
    }

    /** How much of it was spent at a step. */
    public double at(StepRecord step) {
        return ofStep.applyAsDouble(step);
    }

    /** How much of it was spent at a measure. */
    public double at(EvaluationRecord measure) {
        return ofMeasure.applyAsDouble(measure);
    }

    /** The scale of a name: steps, images or seconds. */
    public static CostScale named(String name) {
        return Arrays.stream(values())
                .filter(scale -> scale.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ActionableException(
                        String.format(Locale.ROOT, "A budget counts steps, images or seconds, not '%s'.", name)));
    }
}
