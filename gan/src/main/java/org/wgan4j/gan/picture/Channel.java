package org.wgan4j.gan.picture;

/** The channels of a picture. */
public enum Channel {
    RED,
    GREEN,
    BLUE
}
