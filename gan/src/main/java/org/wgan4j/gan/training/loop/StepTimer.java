package org.wgan4j.gan.training.loop;

/**
 * Times the critic and generator steps: each call attributes the time since the last call, or since the start of the schedule's step, on the
 * training thread.
 *
 * <p>A step that is made in parts is reported once a part.
 */
public interface StepTimer {
    /** Measures nothing. */
    StepTimer UNTIMED = new StepTimer() {
        @Override
        public void criticStep(long number) {}

        @Override
        public void generatorStep(long number) {}
    };

    /** Ends critic step {@code number}, counted from 0, or a part of it. */
    void criticStep(long number);

    /** Ends generator step {@code number}, counted from 0, or a part of it. */
    void generatorStep(long number);
}
