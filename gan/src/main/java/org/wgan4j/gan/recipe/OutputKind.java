package org.wgan4j.gan.recipe;

/** The output activation of an mlp generator. */
public enum OutputKind {
    /** Tanh, into (-1, 1): pixels. */
    TANH,
    /** None: coordinates. */
    LINEAR
}
