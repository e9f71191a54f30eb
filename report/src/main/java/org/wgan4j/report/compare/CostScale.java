package org.wgan4j.report.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.StepRecord;

/** A unit in which the cost of training is counted: at equal cost, runs are compared. */
public enum CostScale {
    /** Generator steps. */
    STEPS("generator step", record -> (double) record.step(), record -> (double) record.step()),
    /** Real images that the critic has seen. */
    IMAGES("real images seen", record -> (double) record.imagesSeen(), record -> (double) record.imagesSeen()),
    /** Seconds of training. */
    SECONDS("seconds of training", StepRecord::seconds, EvaluationRecord::seconds);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToDoubleFunction<StepRecord> ofStep;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToDoubleFunction<EvaluationRecord> ofEvaluation;

    CostScale(String label, ToDoubleFunction<StepRecord> ofStep, ToDoubleFunction<EvaluationRecord> ofEvaluation) {
        this.label = label;
        this.ofStep = ofStep;
        this.ofEvaluation = ofEvaluation;
    }

    /** Its name, for an axis. */
    public String label() {
        return label;
    }

    /** The cost up to a step. */
    public double at(StepRecord step) {
        return ofStep.applyAsDouble(step);
    }

    /** The cost up to an evaluation. */
    public double at(EvaluationRecord evaluation) {
        return ofEvaluation.applyAsDouble(evaluation);
    }

    /** A rounded amount with its unit, such as {@code 500 generator steps}. */
    String amount(double amount) {
        return String.format(Locale.ROOT, "%,.0f %s", amount, this == STEPS ? "generator steps" : label);
    }

    /**
     * The unit of a name.
     *
     * @param name steps, images or seconds
     * @throws ActionableException for any other name
     */
    public static CostScale named(String name) {
        return Arrays.stream(values())
                .filter(scale -> scale.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ActionableException(
                        String.format(Locale.ROOT, "A budget counts steps, images or seconds, not '%s'.", name)));
    }
}
