package org.wgan4j.gan.training.event;

/** How a training call ended. */
public enum Outcome {
    /** All its steps were made. */
    FINISHED,
    /** A stop was requested, and a checkpoint written. */
    STOPPED
}
