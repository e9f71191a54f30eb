package org.wgan4j.gan.recipe.setting;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.data.Spelling;

/**
 * A setting as its record declares it. Immutable and safe for use by several threads.
 *
 * @param key dotted, as in YAML
 * @param defaultYaml the default, as YAML
 * @param range of its numbers
 * @param help what it is, in a sentence without a full stop
 */
public record Declaration(String key, SettingType type, String defaultYaml, NumberRange range, String help) {

    private static final Pattern OPTION = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** The declaration of a record component. */
    static Declaration of(String key, RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(key + " is neither a group of settings nor declared by @Setting");
        }
        return new Declaration(
                key,
                new SettingType(component.getType(), setting.named()),
                setting.value(),
                NumberRange.of(setting.range()),
                setting.help());
    }

    /** The type and the range in words: {@code a whole number from 1 to 1000}. */
    public String allowed() {
        return (type.words() + " " + range.words()).strip();
    }

    /** Refuses a number outside the range, in a list or group too, a text with control characters, and what cannot be a name. */
    public void check(Object value) {
        if (value instanceof Number number) {
            checkNumber(number, value);
        } else if (value instanceof Iterable<?> list) {
            list.forEach(element -> checkNumber((Number) element, value));
        } else if (value instanceof Map<?, ?> options) {
            options.forEach(this::checkOption);
        } else if (type.isName() && !Catalog.isName(String.valueOf(value))) {
            throw new SettingException(key, value, "must be " + allowed());
        } else if (value instanceof String text && text.chars().anyMatch(Character::isISOControl)) {
            throw new SettingException(key, value, "must be a text without control characters");
        }
    }

    /** Refuses a name that the class path does not offer. */
    public void checkInstalled(Object value) {
        if (type.isName() && !type.choices().contains(String.valueOf(value))) {
            throw new SettingException(key, value, "must be " + allowed() + meant(String.valueOf(value)));
        }
    }

    /** The choices nearest to a mistyped one, as the end of a sentence. */
    public String meant(String typed) {
        List<String> nearest = Spelling.nearest(typed, type.choices());
        return nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
    }

    private void checkOption(Object name, Object value) {
        if (!OPTION.matcher(String.valueOf(name)).matches()) {
            throw new SettingException(key, name, "the names of options have letters and digits only");
        }
        checkNumber((Number) value, value);
    }

    private void checkNumber(Number number, Object value) {
        if (!Double.isFinite(number.doubleValue()) || !range.contains(number.doubleValue())) {
            throw new SettingException(key, value, "must be " + allowed());
        }
    }
}
