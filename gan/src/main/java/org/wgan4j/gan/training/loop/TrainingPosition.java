package org.wgan4j.gan.training.loop;

/**
 * How far a run has been trained.
 *
 * @param step the number of generator steps made, at least 0
 * @param seconds the time that those steps took, at least 0
 */
public record TrainingPosition(long step, double seconds) {
    /** Before the first step. */
    public static final TrainingPosition START = new TrainingPosition(0, 0);
}
