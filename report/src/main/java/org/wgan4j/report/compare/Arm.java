package org.wgan4j.report.compare;

import java.util.List;

/**
 * One way to train that is compared with others.
 *
 * @param experiment what it is for
 * @param name what it is called on the page and in folders
 * @param group what it is compared within: the recipe that it varies
 * @param recipe a built-in recipe or a file
 * @param overrides its settings besides, {@code key=value}
 */
public record Arm(Experiment experiment, String name, String group, String recipe, List<String> overrides) {
    /** Copies the list. */
    public Arm {
        overrides = List.copyOf(overrides);
    }

    /** A folder name made of the name. */
    public String folder() {
        return name.replaceFirst("^.*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
