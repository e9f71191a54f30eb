package org.wgan4j.gan.run;

import java.util.List;

/** All that a run has logged, each list in the order of logging. */
public record MetricsHistory(List<StepRecord> steps, List<EpochRecord> epochs) {

    /** Copies the lists. */
    public MetricsHistory {
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }
}
