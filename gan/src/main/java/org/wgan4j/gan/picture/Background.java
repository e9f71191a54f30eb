package org.wgan4j.gan.picture;

/** The colour behind pixels that are not opaque. */
public enum Background {
    /** Level 0. */
    BLACK(0),
    /** The highest level. */
    WHITE(Picture.HIGHEST);

    private final int level;

    Background(int level) {
        this.level = level;
    }

    int level() {
        return level;
    }
}
