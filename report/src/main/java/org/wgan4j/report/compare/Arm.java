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

    /** A folder name made of the name; of a name with folders in it, one that no other name gives. */
    public String folder() {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return name.matches(".*[/\\\\].*") ? plain + "-" + Integer.toHexString(name.hashCode()) : plain;
    }

    /** Whether runs of one arm may differ in a setting: their seed, their length, and what is measured and kept of them. */
    static boolean mayDiffer(String key) {
        return key.equals("seed")
                || key.equals("steps")
                || key.equals("epochs")
                || key.startsWith("quality.")
                || key.startsWith("audit.")
                || key.startsWith("samples.")
                || key.startsWith("checkpoints.");
    }
}
