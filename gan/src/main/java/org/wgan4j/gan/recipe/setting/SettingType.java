package org.wgan4j.gan.recipe.setting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.Named;

/**
 * The type of a setting: how its values are written in YAML, and its name in messages. Immutable and safe for use by several threads.
 *
 * @param javaType of the record component
 * @param named the service whose providers' names it takes, {@link Named} itself for any other setting
 */
public record SettingType(Class<?> javaType, Class<? extends Named> named) {
    private static final Pattern PLAIN_TEXT = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    /** Words that some YAML reader takes for something other than text. */
    private static final List<String> NOT_TEXT = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    /** The type in words, with its article. */
    public String words() {
        if (javaType == int.class || javaType == long.class) {
            return "a whole number";
        }
        if (javaType == double.class) {
            return "a number";
        }
        if (javaType == boolean.class) {
            return "true or false";
        }
        if (javaType == List.class) {
            return "all, a whole number, or a list of whole numbers";
        }
        if (javaType == Map.class) {
            return "a group of numbers by name, such as {alpha: 2}";
        }
        return javaType.isEnum() || isName() ? "one of " + String.join(", ", choices()) : "a text";
    }

    /** Whether its values are names of providers. */
    public boolean isName() {
        return named != Named.class;
    }

    /** The values of an enum as YAML spells them or the names that the class path offers; empty for any other type. */
    public List<String> choices() {
        if (isName()) {
            return Catalog.installed(named).names();
        }
        Object[] constants = javaType.isEnum() ? javaType.getEnumConstants() : new Object[0];
        return Arrays.stream(constants).map(SettingType::write).toList();
    }

    /** Writes a value so that a recipe can read it back. */
    public static String write(Object value) {
        if (value instanceof Double number) {
            return writeNumber(number);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "all"
                    : list.stream().map(SettingType::write).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> options) {
            return new TreeMap<Object, Object>(options)
                    .entrySet().stream()
                            .map(option -> option.getKey() + ": " + write(option.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof String text ? writeText(text) : String.valueOf(value);
    }

    private static String writeNumber(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exact.signum() == 0 || (exponent >= -3 && exponent < 15)) {
            return exact.toPlainString();
        }
        return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    private static String writeText(String text) {
        if (PLAIN_TEXT.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (isPrintable(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\U%08X", character));
            }
        });
        return quoted.append('"').toString();
    }

    /** The characters that a YAML text may hold unescaped on one line. */
    private static boolean isPrintable(int character) {
        return (character >= 0x20 && character < 0x7F)
                || (character >= 0xA0 && character < 0xD800 && character != 0x2028 && character != 0x2029)
                || (character >= 0xE000 && character < 0xFFFE && character != 0xFEFF)
                || character >= 0x10000;
    }
}
