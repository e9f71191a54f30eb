package org.wgan4j.gan.recipe;

/** The last layer of an mlp generator. */
public enum OutputKind {
    /** Into (-1, 1): pixels. */
    TANH,
    /** Anything: coordinates. */
    LINEAR
}
