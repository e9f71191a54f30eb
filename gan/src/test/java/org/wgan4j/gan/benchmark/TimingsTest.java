package org.wgan4j.gan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void theMedianHasAsManyTimesBelowAsAbove() {
        assertThat(new Timings(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4);
        assertThat(new Timings(List.of(9.0, 1.0, 4.0, 6.0)).median()).isEqualTo(5);
        assertThat(new Timings(List.of(7.0)).median()).isEqualTo(7);
    }

    @Test
    void theLeastIsOneOfThem() {
        assertThat(new Timings(List.of(9.0, 1.0, 4.0)).min()).isEqualTo(1);
    }

    @Test
    void noTimesAndTimesBelowZeroAreRefused() {
        for (List<Double> wrong : List.of(List.<Double>of(), List.of(1.0, -1.0), List.of(Double.NaN))) {
            assertThatThrownBy(() -> new Timings(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least one, none below 0 ms, found " + wrong);
        }
    }

    @Test
    void aStepInPiecesTakesTheSumOfItsPieces() {
        RecordingStepTimer timer = new RecordingStepTimer();
        timer.begin();
        long begin = System.nanoTime();
        timer.criticStep(0);
        timer.generatorStep(0);
        timer.criticStep(0);
        timer.criticStep(1);
        double passed = (System.nanoTime() - begin) * 1e-6;
        timer.generatorStep(1);
        assertThat(timer.criticSteps().milliseconds()).hasSize(2);
        assertThat(timer.generatorSteps().milliseconds()).hasSize(2);
        assertThat(timer.criticSteps().milliseconds().get(1)).isLessThanOrEqualTo(passed);
        timer.clear();
        timer.criticStep(7);
        assertThat(timer.criticSteps().milliseconds()).hasSize(1);
    }
}
