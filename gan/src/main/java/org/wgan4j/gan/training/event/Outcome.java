package org.wgan4j.gan.training.event;

/** How a run ended. */
public enum Outcome {
    /** All its steps were made. */
    FINISHED,
    /** It was asked to stop, and saved where it was. */
    STOPPED
}
