package org.wgan4j.gan.recipe;

import java.lang.reflect.RecordComponent;

/** One setting as its record declares it: its dotted key, type, default, range and help. */
record Declaration(String key, SettingType type, String defaultYaml, Range range, String help) {

    /** Reads the declaration that stands on a record component. */
    static Declaration of(String key, RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(key + " is neither a group of settings nor declared by @Setting");
        }
        return new Declaration(
                key, new SettingType(component.getType()), setting.value(), Range.of(setting.range()), setting.help());
    }

    /** The type and the range in words: {@code a whole number from 1 to 1000}. */
    String allowed() {
        return (type.words() + " " + range.words()).strip();
    }

    /** Refuses a number outside the range, in a list too, and a text with control characters. */
    void check(Object value) {
        if (value instanceof Number number) {
            checkNumber(number, value);
        } else if (value instanceof Iterable<?> list) {
            list.forEach(element -> checkNumber((Number) element, value));
        } else if (value instanceof String text && text.chars().anyMatch(Character::isISOControl)) {
            throw new SettingException(key, value, "must be a text without control characters");
        }
    }

    private void checkNumber(Number number, Object value) {
        if (!Double.isFinite(number.doubleValue()) || !range.contains(number.doubleValue())) {
            throw new SettingException(key, value, "must be " + allowed());
        }
    }
}
