package org.wgan4j.gan.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.recipe.setting.NumberRange;
import org.wgan4j.gan.recipe.setting.SettingException;

/**
 * The declaration of an option: a number that an objective or an architecture adds to the settings. Immutable and safe for use by several threads.
 *
 * @param name as in {@code objective.options} or {@code network.options}
 * @param value the default
 * @param range the values allowed, as {@link Setting#range} writes them; empty for any
 * @param help what it is, with its unit
 */
public record OptionDeclaration(String name, double value, String range, String help) {
    /** Refuses a default outside the range. */
    public OptionDeclaration {
        if (!NumberRange.of(range).contains(value)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the default of the option %s is %s, outside %s", name, value, range));
        }
    }

    /** The declared options with the given values in place of defaults; refuses unknown names and values out of range. */
    static Map<String, Double> resolve(List<OptionDeclaration> declared, Map<String, Double> given, String owner) {
        Map<String, Double> resolved = new LinkedHashMap<>();
        declared.forEach(option -> resolved.put(option.name, option.value));
        given.forEach((name, value) -> {
            if (!resolved.containsKey(name)) {
                throw new SettingException(
                        "options",
                        given,
                        owner
                                + (owner.startsWith("neither") ? " has the option " : " has no option ")
                                + name
                                + (resolved.isEmpty()
                                        ? ": leave options out"
                                        : "; there are " + String.join(", ", resolved.keySet())));
            }
            resolved.put(name, value);
        });
        for (OptionDeclaration option : declared) {
            double value = resolved.getOrDefault(option.name, option.value);
            NumberRange range = NumberRange.of(option.range);
            if (!Double.isFinite(value) || !range.contains(value)) {
                throw new SettingException(
                        "options", given, option.name + " must be " + ("a number " + range.words()).strip());
            }
        }
        return resolved;
    }

    /** The value of one of the resolved options. */
    static double value(Map<String, Double> resolved, String option) {
        Double value = resolved.get(option);
        if (value == null) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no option %s among %s", option, resolved.keySet()));
        }
        return value;
    }
}
