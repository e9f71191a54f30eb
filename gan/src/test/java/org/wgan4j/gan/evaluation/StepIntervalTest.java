package org.wgan4j.gan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.run.StepRecord;

/** Intervals in a run of 12 steps whose epochs end every 4 steps. */
class StepIntervalTest {
    private static StepInterval.CompletedStep moment(int step) {
        return new StepInterval.CompletedStep(
                new StepRecord(step, 0, 0, 0, 0, Map.of(), Map.of()), step / 4, step % 4 == 0);
    }

    private static int[] dueSteps(StepInterval interval) {
        return IntStream.rangeClosed(1, 12)
                .filter(step -> interval.isDue(moment(step)))
                .toArray();
    }

    @Test
    void epochsAndStepsRecurEachOnTheirOwn() {
        assertThat(dueSteps(new StepInterval(0, 0))).isEmpty();
        assertThat(dueSteps(new StepInterval(1, 0))).containsExactly(4, 8, 12);
        assertThat(dueSteps(new StepInterval(2, 0))).containsExactly(8);
        assertThat(dueSteps(new StepInterval(0, 5))).containsExactly(5, 10);
        assertThat(dueSteps(new StepInterval(2, 5))).containsExactly(5, 8, 10);
    }

    @Test
    void anIntervalOfNothingNeverRecurs() {
        assertThat(new StepInterval(0, 0).recurs()).isFalse();
        assertThat(new StepInterval(1, 0).recurs()).isTrue();
        assertThat(new StepInterval(0, 1).recurs()).isTrue();
    }

    @Test
    void aStepThatCallsIsNotTheEndOfAnEpoch() {
        StepInterval both = new StepInterval(1, 2);
        assertThat(both.isDue(moment(6))).isTrue();
        assertThat(both.endsEpoch(moment(6))).isFalse();
        assertThat(both.endsEpoch(moment(8))).isTrue();
    }
}
