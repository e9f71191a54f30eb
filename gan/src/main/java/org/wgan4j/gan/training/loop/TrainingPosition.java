package org.wgan4j.gan.training.loop;

/**
 * The position of a run: its steps and training time. Immutable and safe for use by several threads.
 *
 * @param step the number of generator steps made, at least 0
 * @param seconds the time that those steps took, at least 0
 */
public record TrainingPosition(long step, double seconds) {
    /** Before the first step. */
    public static final TrainingPosition START = new TrainingPosition(0, 0);
}
