package org.wgan4j.gan.recipe.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.wgan4j.gan.data.Spelling;
import org.wgan4j.gan.recipe.setting.Declaration;
import org.wgan4j.gan.recipe.setting.RecipeException;
import org.wgan4j.gan.recipe.setting.SettingException;

/**
 * Reads declared settings from YAML documents and from overrides. Immutable and safe for use by several threads.
 *
 * <p>Names and values that are not declared are refused with their location and what is allowed.
 */
public final class SettingsReader {
    private final Map<String, Declaration> declared;

    /** A reader of the settings with these dotted keys. */
    public SettingsReader(Map<String, Declaration> declared) {
        this.declared = declared;
    }

    /** Every setting at its declared default. */
    public SettingsSource readDefaults() {
        Map<String, SettingsSource.Value> values = new LinkedHashMap<>();
        declared.forEach((key, declaration) -> {
            YamlText text = new YamlText("the default of " + key, false);
            new NodeVisitor(text, values, true)
                    .visit(key, text.root(declaration.defaultYaml()).orElseGet(SettingsReader::emptyText));
        });
        return new SettingsSource(values);
    }

    /** The settings that a YAML document names. */
    public SettingsSource readDocument(String yaml, String source) {
        return read(yaml, source, false);
    }

    /** The settings of a recipe that was resolved before, which may name what is not on the class path now. */
    public SettingsSource readResolved(String yaml, String source) {
        return read(yaml, source, true);
    }

    private SettingsSource read(String yaml, String source, boolean anyName) {
        YamlText text = new YamlText(source, true);
        Map<String, SettingsSource.Value> values = new LinkedHashMap<>();
        Optional<Node> root = text.root(yaml);
        root.ifPresent(node -> new NodeVisitor(text, values, anyName).visit("", node));
        return new SettingsSource(values);
    }

    /** The settings that an override such as {@code data.digits=[3, 4]} names. */
    public SettingsSource readOverride(String override) {
        String source = "override " + (override.isEmpty() ? "''" : ValueReader.shown(plain(override)));
        int equals = override.indexOf('=');
        String key = equals < 0 ? "" : override.substring(0, equals).strip();
        if (key.isEmpty()) {
            throw new RecipeException(source + ": must have the form key=value, such as seed=7");
        }
        YamlText text = new YamlText(source, false);
        String yaml = override.substring(equals + 1).strip();
        Node value = isBareText(key, yaml) ? plain(yaml) : text.root(yaml).orElseGet(SettingsReader::emptyText);
        Map<String, SettingsSource.Value> values = new LinkedHashMap<>();
        new NodeVisitor(text, values, false).visit(key, value);
        return new SettingsSource(values);
    }

    /** A path on a command line may hold what YAML has other uses for, such as {@code #}: without quotes it is taken literally. */
    private boolean isBareText(String key, String yaml) {
        Declaration declaration = declared.get(key);
        boolean isText = declaration != null && declaration.type().javaType() == String.class;
        return isText && !yaml.startsWith("'") && !yaml.startsWith("\"");
    }

    private static Node emptyText() {
        return plain("");
    }

    private static Node plain(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
    }

    /** Reads the settings in the groups of a document. */
    private final class NodeVisitor {
        private final YamlText text;
        private final Map<String, SettingsSource.Value> values;
        private final boolean anyName;

        NodeVisitor(YamlText text, Map<String, SettingsSource.Value> values, boolean anyName) {
            this.text = text;
            this.values = values;
            this.anyName = anyName;
        }

        void visit(String key, Node node) {
            SourceLocation location = text.location(node.getStartMark());
            Declaration declaration = declared.get(key);
            if (declaration != null) {
                try {
                    values.put(
                            key, new SettingsSource.Value(new ValueReader(declaration, anyName).read(node), location));
                } catch (SettingException wrong) {
                    throw location.refuse(wrong.sentence());
                }
            } else if (namesIn(key).isEmpty()) {
                throw location.refuse(unknown(key));
            } else {
                visitGroup(key, node, location);
            }
        }

        private void visitGroup(String key, Node node, SourceLocation location) {
            if (!(node instanceof MappingNode group)) {
                String subject = key.isEmpty() ? "the recipe" : key;
                throw location.refuse(subject + " is " + ValueReader.shown(node)
                        + ", but must be a group with settings such as " + String.join(", ", namesIn(key)));
            }
            Map<String, SourceLocation> seen = new LinkedHashMap<>();
            for (NodeTuple pair : group.getValue()) {
                SourceLocation here = text.location(pair.getKeyNode().getStartMark());
                String name = nameOf(pair.getKeyNode(), here);
                String full = key.isEmpty() ? name : key + "." + name;
                SourceLocation first = seen.putIfAbsent(name, here);
                if (first != null) {
                    throw here.refuse("'" + full + "' stands twice, first at " + first.words() + ": keep one of them");
                }
                if (!namesIn(key).contains(name)) {
                    throw here.refuse(unknown(full));
                }
                visit(full, pair.getValueNode());
            }
        }

        private static String nameOf(Node node, SourceLocation location) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            throw location.refuse(ValueReader.shown(node) + " stands where the name of a setting belongs");
        }

        /** The names that may stand in a group; none if there is no such group. */
        private List<String> namesIn(String group) {
            String prefix = group.isEmpty() ? "" : group + ".";
            List<String> names = new ArrayList<>();
            for (String key : declared.keySet()) {
                if (key.startsWith(prefix)) {
                    String name = key.substring(prefix.length()).split("\\.", 2)[0];
                    if (!names.contains(name)) {
                        names.add(name);
                    }
                }
            }
            return Collections.unmodifiableList(names);
        }

        private String unknown(String key) {
            String found = "there is no setting '" + ValueReader.shown(plain(key)) + "'";
            String group = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : "";
            String name = key.substring(key.lastIndexOf('.') + 1);
            List<String> names = namesIn(group).isEmpty() ? namesIn("") : namesIn(group);
            List<String> meant = Spelling.nearest(name, names).stream()
                    .map(near -> group.isEmpty() ? near : group + "." + near)
                    .filter(this::exists)
                    .toList();
            if (meant.isEmpty()) {
                meant = inAnyGroup(key, name);
            }
            return meant.isEmpty()
                    ? found + "; there are " + String.join(", ", names)
                    : found + "; did you mean " + String.join(" or ", meant) + "?";
        }

        private boolean exists(String key) {
            return declared.containsKey(key) || !namesIn(key).isEmpty();
        }

        /** The full keys, in any group, whose last name is nearest; of these the nearest as a whole, if any is near. */
        private List<String> inAnyGroup(String key, String name) {
            Map<String, String> lastNames = new LinkedHashMap<>();
            declared.keySet().forEach(full -> lastNames.put(full, full.substring(full.lastIndexOf('.') + 1)));
            List<String> near = Spelling.nearest(name, new LinkedHashSet<>(lastNames.values()));
            List<String> namesakes = lastNames.keySet().stream()
                    .filter(full -> near.contains(lastNames.get(full)))
                    .toList();
            List<String> nearest = Spelling.nearest(key, namesakes);
            return nearest.isEmpty() ? namesakes : nearest;
        }
    }
}
