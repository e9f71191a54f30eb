package org.wgan4j.gan.recipe;

/** The polarity of drawn images: light on dark or dark on light. */
public enum Polarity {
    /** That of the data set: 0 is black. */
    LIGHT_ON_DARK,
    /** Inverted: 0 is white. */
    DARK_ON_LIGHT
}
