package org.wgan4j.gan.training.loop;

/**
 * Hears, on the training thread, how the time of a round is spent: each call says what the time since the last one, or since the round began,
 * went to.
 *
 * <p>A step that is made in pieces is named once a piece.
 */
public interface StepTimer {
    /** Nobody measures: the rounds of ordinary training. */
    StepTimer UNTIMED = new StepTimer() {
        @Override
        public void criticStep(long number) {}

        @Override
        public void generatorStep(long number) {}
    };

    /** The time went to critic step {@code number}, counted from 0. */
    void criticStep(long number);

    /** The time went to generator step {@code number}, counted from 0. */
    void generatorStep(long number);
}
