package org.wgan4j.gan.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * Which images a run was trained on.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param name of the data set
 * @param size number of images, after the choice of digits
 * @param shape of one image, {@code 1x28x28} say
 * @param sha256 of pixels and labels, in hexadecimal
 * @param origin where they came from; {@link Origin#RECIPE} where a file of an earlier version does not say
 */
public record DataProvenance(String name, int size, String shape, String sha256, Origin origin) {
    /** Where a data set came from. */
    public enum Origin {
        /** The recipe names it, so that a resumed run finds it again. */
        @JsonProperty("recipe")
        RECIPE,
        /** A program handed it over, and has to again when the run goes on. */
        @JsonProperty("program")
        PROGRAM
    }

    /** Data that the recipe names. */
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
