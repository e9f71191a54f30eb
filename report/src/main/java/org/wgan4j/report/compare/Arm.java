package org.wgan4j.report.compare;

import java.util.List;

/**
 * An arm of a comparison: a recipe with overrides, trained under several seeds. Immutable.
 *
 * @param experiment that it belongs to
 * @param name on the page, and the base of its folder
 * @param group the recipe that it varies; arms of one group are compared
 * @param recipe a built-in recipe or a file
 * @param overrides settings that replace those of the recipe, {@code key=value}
 */
public record Arm(Experiment experiment, String name, String group, String recipe, List<String> overrides) {
    /** Copies the list. */
    public Arm {
        overrides = List.copyOf(overrides);
    }

    /** The name of its folder: its name with other characters than letters, digits, dot, underscore and hyphen replaced, unique also for paths. */
    public String folder() {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return name.matches(".*[/\\\\].*") ? plain + "-" + Integer.toHexString(name.hashCode()) : plain;
    }

    /** Whether runs of one arm may differ in a setting: seed, length, and what is evaluated and saved. */
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
