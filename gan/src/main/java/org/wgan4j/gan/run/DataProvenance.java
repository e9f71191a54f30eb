package org.wgan4j.gan.run;

import java.util.Objects;

/**
 * Which images a run was trained on.
 *
 * @param name of the data set
 * @param size number of images, after the choice of digits
 * @param shape of one image, {@code 1x28x28} say
 * @param sha256 of pixels and labels, in hexadecimal
 */
public record DataProvenance(String name, int size, String shape, String sha256) {

    /** Checks that everything is there. */
    public DataProvenance {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(shape, "shape is missing");
        Objects.requireNonNull(sha256, "sha256 is missing");
        LogKeys.checkNotNegative("size", size);
    }
}
