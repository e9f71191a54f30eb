package org.wgan4j.app.cli.input;

import java.util.function.Consumer;
import org.wgan4j.gan.picture.Picture;
import org.wgan4j.transport.Histogram;

/**
 * A conversion of pictures to masses: the grey level of a pixel, 0 to 255, is its mass.
 *
 * <p>Colour counts by its luma (ITU-R BT.709), and a pixel that is not opaque by its opacity, as over black.
 */
final class PictureMasses {
    private static final double LEVELS_A_STEP = Picture.HIGHEST / 255.0;

    private PictureMasses() {}

    static Histogram of(String name, Picture picture, Consumer<String> note) {
        if (!picture.isGrey()) {
            note.accept(name + " is in colour; the luma of a pixel (0.2126 R + 0.7152 G + 0.0722 B) is its mass");
        }
        if (!picture.isOpaque()) {
            note.accept(name + " is transparent in places; a pixel counts by its opacity");
        }
        double[][] masses = new double[picture.height()][picture.width()];
        for (int y = 0; y < masses.length; y++) {
            for (int x = 0; x < masses[y].length; x++) {
                int opacity = picture.opacity(x, y);
                double level = picture.luma(x, y) / LEVELS_A_STEP;
                masses[y][x] = opacity == Picture.HIGHEST ? level : level * opacity / Picture.HIGHEST;
            }
        }
        return Histogram.image(masses);
    }
}
