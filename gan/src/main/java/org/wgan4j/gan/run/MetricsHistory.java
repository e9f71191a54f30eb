package org.wgan4j.gan.run;

import java.util.Comparator;
import java.util.List;

/**
 * All metrics that a run has logged, each list in the order of logging.
 *
 * <p>Immutable; safe for use by several threads.
 */
public record MetricsHistory(List<StepRecord> steps, List<EpochRecord> epochs, List<EvaluationRecord> measures) {

    /** Copies the lists. */
    public MetricsHistory {
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
        measures = List.copyOf(measures);
    }

    /** A run that has logged nothing yet. */
    public static MetricsHistory empty() {
        return new MetricsHistory(List.of(), List.of(), List.of());
    }

    /** This history with each list sorted by step; the sort is stable. */
    public MetricsHistory bySteps() {
        return new MetricsHistory(
                steps.stream()
                        .sorted(Comparator.comparingLong(StepRecord::step))
                        .toList(),
                epochs.stream()
                        .sorted(Comparator.comparingInt(EpochRecord::epoch))
                        .toList(),
                measures.stream()
                        .sorted(Comparator.comparingLong(EvaluationRecord::step))
                        .toList());
    }

    /** The measures of one kind. */
    public List<EvaluationRecord> measures(EvaluationRecord.Kind kind) {
        return measures.stream().filter(measure -> measure.kind() == kind).toList();
    }
}
