package org.wgan4j.gan.recipe.yaml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.wgan4j.gan.recipe.setting.Declaration;
import org.wgan4j.gan.recipe.setting.SettingException;
import org.wgan4j.gan.recipe.setting.SettingType;

/** Reads the value of one setting from a YAML node, without conversions: a quoted number is a text. */
final class ValueReader {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_SHOWN = 60;

    private final Declaration declaration;

    private final boolean anyName;

    /** A reader that takes any name where a provider is named, or only the names on the class path. */
    ValueReader(Declaration declaration, boolean anyName) {
        this.declaration = declaration;
        this.anyName = anyName;
    }

    /** The value, of the declared type and inside the declared range. */
    Object read(Node node) {
        Class<?> type = declaration.type().javaType();
        Object value =
                type == List.class ? readList(node) : type == Map.class ? readOptions(node) : readScalar(node, type);
        declaration.check(value);
        return value;
    }

    private List<Object> readList(Node node) {
        if (node instanceof SequenceNode sequence) {
            List<Object> values = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                values.add(readScalar(element, int.class));
            }
            return values;
        }
        boolean all = node instanceof ScalarNode scalar && scalar.isPlain() && "all".equals(scalar.getValue());
        return all ? List.of() : List.of(readScalar(node, int.class));
    }

    private Map<String, Double> readOptions(Node node) {
        if (!(node instanceof MappingNode group)) {
            throw wrong(node, "");
        }
        Map<String, Double> options = new LinkedHashMap<>();
        for (NodeTuple pair : group.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode name)) {
                throw wrong(pair.getKeyNode(), "");
            }
            Object value = readScalar(pair.getValueNode(), double.class);
            if (options.put(name.getValue(), (Double) value) != null) {
                throw new SettingException(
                        declaration.key(), name.getValue(), "this name stands twice: keep one of them");
            }
        }
        return options;
    }

    private Object readScalar(Node node, Class<?> type) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(node, "");
        }
        String text = scalar.getValue();
        if (type == String.class) {
            if (declaration.type().isName()
                    && !anyName
                    && !declaration.type().choices().contains(text)) {
                throw wrong(node, declaration.meant(text));
            }
            return text;
        }
        if (type.isEnum()) {
            return readChoice(scalar, type);
        }
        boolean number = scalar.isPlain() && text.length() <= LONGEST_NUMBER;
        if ((type == int.class || type == long.class)
                && number
                && WHOLE.matcher(text).matches()) {
            return readWhole(scalar, type);
        }
        if (type == double.class && number && NUMBER.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        if (type == boolean.class && scalar.isPlain() && (text.equals("true") || text.equals("false"))) {
            return Boolean.parseBoolean(text);
        }
        throw wrong(node, scalar.isPlain() ? "" : ", without quotes");
    }

    private Object readWhole(ScalarNode scalar, Class<?> type) {
        BigInteger whole = new BigInteger(scalar.getValue());
        if (whole.bitLength() >= (type == int.class ? Integer.SIZE : Long.SIZE)) {
            String range = declaration.range().words().isEmpty() ? " of at most 63 bits" : "";
            throw wrong(scalar, range);
        }
        return type == int.class ? (Object) whole.intValue() : (Object) whole.longValue();
    }

    private Object readChoice(ScalarNode scalar, Class<?> type) {
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (SettingType.write(constant).equals(scalar.getValue())) {
                return constant;
            }
        }
        throw wrong(scalar, declaration.meant(scalar.getValue()));
    }

    private SettingException wrong(Node found, String afterthought) {
        return SettingException.unread(
                declaration.key(), shown(found), "must be " + declaration.allowed() + afterthought);
    }

    /** What a node holds, short enough for a sentence. */
    static String shown(Node node) {
        if (node instanceof MappingNode) {
            return "a group";
        }
        if (!(node instanceof ScalarNode scalar)) {
            return "a list";
        }
        String text = scalar.getValue();
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        String printable = cut.replaceAll("\\p{Cntrl}", "?");
        if (scalar.isPlain()) {
            return text.isEmpty() ? "empty" : printable;
        }
        return String.format(Locale.ROOT, "the text \"%s\"", printable);
    }
}
