package org.wgan4j.gan.picture;

/**
 * The EXIF orientation of a stored picture: the rotation and mirroring that turn it upright.
 *
 * @param quarterTurns turns by 90 degrees, clockwise, 0 to 3, done after the mirroring
 * @param mirrored whether left and right are exchanged
 */
record Orientation(int quarterTurns, boolean mirrored) {
    static final Orientation UPRIGHT = new Orientation(0, false);

    /** By the number that EXIF and TIFF give it (tag 274), 1 to 8; upright for others. */
    static Orientation numbered(int number) {
        return switch (number) {
            case 2 -> new Orientation(0, true);
            case 3 -> new Orientation(2, false);
            case 4 -> new Orientation(2, true);
            case 5 -> new Orientation(3, true);
            case 6 -> new Orientation(1, false);
            case 7 -> new Orientation(1, true);
            case 8 -> new Orientation(3, false);
            default -> UPRIGHT;
        };
    }
}
