package org.wgan4j.gan.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * The training data of a run: name, size, shape and checksum.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param name of the data set
 * @param size number of images, after the choice of digits
 * @param shape of one image, {@code 1x28x28} say
 * @param sha256 of pixels and labels, in hexadecimal
 * @param origin where they came from; {@link Origin#RECIPE} in files of earlier versions
 */
public record DataProvenance(String name, int size, String shape, String sha256, Origin origin) {
    /** The origin of a data set. */
    public enum Origin {
        /** The recipe names it, so that a resumed run finds it again. */
        @JsonProperty("recipe")
        RECIPE,
        /** A program passed it, and has to pass it again when the run is resumed. */
        @JsonProperty("program")
        PROGRAM
    }

    /** A data set that the recipe names. */
    public DataProvenance(String name, int size, String shape, String sha256) {
        this(name, size, shape, sha256, Origin.RECIPE);
    }

    /** Checks that everything is there. */
    public DataProvenance {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(shape, "shape is missing");
        Objects.requireNonNull(sha256, "sha256 is missing");
        LogKeys.checkNotNegative("size", size);
        origin = Objects.requireNonNullElse(origin, Origin.RECIPE);
    }
}
