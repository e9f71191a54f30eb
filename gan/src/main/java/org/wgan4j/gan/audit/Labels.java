package org.wgan4j.gan.audit;

import java.util.List;

/**
 * The class labels of images, or none where they are not known. Immutable and safe for use by several threads.
 *
 * @param classes each at least 0; empty where the classes are not known
 */
public record Labels(List<Integer> classes) {
    /** No labels. */
    public static final Labels UNKNOWN = new Labels(List.of());

    public Labels {
        classes = List.copyOf(classes);
        for (int label : classes) {
            if (label < 0) {
                throw new IllegalArgumentException("a class is a number of at least 0, found " + label);
            }
        }
    }

    /** Whether there is a class for each image. */
    public boolean known() {
        return !classes.isEmpty();
    }
}
