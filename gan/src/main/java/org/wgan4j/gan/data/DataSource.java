package org.wgan4j.gan.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wgan4j.gan.ActionableException;

/**
 * The source of a data set, a name or files, and the selection of its labels. Immutable and safe for use by several threads.
 *
 * @param name one of {@link Datasets#names()}; counts only where {@code images} is empty
 * @param images an IDX file of unsigned bytes, {@code [n, height, width]} or {@code [n, channels, height, width]}, gzip-compressed
 *     or not; empty: the data set called {@code name}
 * @param labels an IDX file {@code [n]} that belongs to {@code images}
 * @param digits the labels whose images are used; empty: all images
 */
public record DataSource(String name, Optional<Path> images, Optional<Path> labels, Set<Integer> digits) {
    /** Keeps a sorted copy of the digits; refuses labels without images. */
    public DataSource {
        digits = Collections.unmodifiableSet(new TreeSet<>(digits));
        if (labels.isPresent() && images.isEmpty()) {
            throw new ActionableException(
                    "The labels " + labels.get()
                            + " were given without images; name the file of images that they belong to, or leave the labels out");
        }
    }

    /** All of a data set that has a name. */
    public static DataSource named(String name) {
        return new DataSource(name, Optional.empty(), Optional.empty(), Set.of());
    }
}
