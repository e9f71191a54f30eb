package org.wgan4j.gan.metric.sample;

import java.util.Optional;
import org.wgan4j.gan.data.Images;

/**
 * Images with their features and class probabilities, all in the same order. Immutable and safe for use by several threads.
 *
 * @param images the pixels
 * @param features one row an image, if there are any
 * @param classes one row an image, if there are any
 */
public record Sample(Images images, Optional<Features> features, Optional<ClassProbabilities> classes) {
    /** Checks that there are as many features and classes as images. */
    public Sample {
        int count = images.count();
        features.ifPresent(rows -> check(rows.count(), count, "rows of features"));
        classes.ifPresent(rows -> check(rows.count(), count, "rows of classes"));
    }

    private static void check(int found, int images, String what) {
        if (found != images) {
            throw new IllegalArgumentException(
                    found + " " + what + " for " + images + " images; there must be one for each");
        }
    }

    /** Images without features and classes. */
    public static Sample of(Images images) {
        return new Sample(images, Optional.empty(), Optional.empty());
    }

    /** Images with features and classes. */
    public static Sample of(Images images, Features features, ClassProbabilities classes) {
        return new Sample(images, Optional.of(features), Optional.of(classes));
    }

    /** How many images there are. */
    public int count() {
        return images.count();
    }

    /** The images with these indices, in this order, with their features and classes. */
    public Sample select(int[] indices) {
        return new Sample(
                images.select(indices),
                features.map(rows -> rows.select(indices)),
                classes.map(rows -> rows.select(indices)));
    }
}
