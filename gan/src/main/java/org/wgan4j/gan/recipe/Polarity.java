package org.wgan4j.gan.recipe;

/** How the numbers of an image become grey levels in a picture. */
public enum Polarity {
    /** The data set's own way: 0 is black. */
    LIGHT_ON_DARK,
    /** Inverted: 0 is white. */
    DARK_ON_LIGHT
}
