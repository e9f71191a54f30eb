package org.wgan4j.gan.recipe;

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

/** The settings that one source names, by dotted key; later layers win over earlier ones. */
record SettingsSource(Map<String, Entry> entries) {

    /** A value of the declared type, and where it was written. */
    record Entry(Object value, SourceLocation place) {}

    /** Every setting at its declared default. */
    static SettingsSource ofDefaults() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Declarations.byKey().forEach((key, declaration) -> {
            YamlText text = new YamlText("the default of " + key, false);
            new Walk(text, entries, true)
                    .visit(key, text.root(declaration.defaultYaml()).orElseGet(SettingsSource::emptyText));
        });
        return new SettingsSource(entries);
    }

    /** The settings that a YAML document names. */
    static SettingsSource ofDocument(String yaml, String source) {
        return ofDocument(yaml, source, false);
    }

    /** The settings of a recipe that was resolved before, which may name what is not on the class path now. */
    static SettingsSource ofResolved(String yaml, String source) {
        return ofDocument(yaml, source, true);
    }

    private static SettingsSource ofDocument(String yaml, String source, boolean anyName) {
        YamlText text = new YamlText(source, true);
        Map<String, Entry> entries = new LinkedHashMap<>();
        Optional<Node> root = text.root(yaml);
        root.ifPresent(node -> new Walk(text, entries, anyName).visit("", node));
        return new SettingsSource(entries);
    }

    /** The settings that an override such as {@code data.digits=[3, 4]} names. */
    static SettingsSource ofOverride(String override) {
        String source = "override " + (override.isEmpty() ? "''" : ValueReader.shown(plain(override)));
        int equals = override.indexOf('=');
        String key = equals < 0 ? "" : override.substring(0, equals).strip();
        if (key.isEmpty()) {
            throw new RecipeException(source + ": must have the form key=value, such as seed=7");
        }
        YamlText text = new YamlText(source, false);
        String yaml = override.substring(equals + 1).strip();
        Node value = isBareText(key, yaml) ? plain(yaml) : text.root(yaml).orElseGet(SettingsSource::emptyText);
        Map<String, Entry> entries = new LinkedHashMap<>();
        new Walk(text, entries, false).visit(key, value);
        return new SettingsSource(entries);
    }

    /** A path on a command line may hold what YAML has other uses for, such as {@code #}: without quotes it is taken as it stands. */
    private static boolean isBareText(String key, String yaml) {
        Declaration declaration = Declarations.byKey().get(key);
        boolean isText = declaration != null && declaration.type().javaType() == String.class;
        return isText && !yaml.startsWith("'") && !yaml.startsWith("\"");
    }

    private static Node emptyText() {
        return plain("");
    }

    private static Node plain(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
    }

    /** Goes through the groups of a document and reads the settings. */
    private record Walk(YamlText text, Map<String, Entry> entries, boolean anyName) {

        void visit(String key, Node node) {
            SourceLocation place = text.place(node.getStartMark());
            Declaration declaration = Declarations.byKey().get(key);
            if (declaration != null) {
                try {
                    entries.put(key, new Entry(new ValueReader(declaration, anyName).read(node), place));
                } catch (SettingException wrong) {
                    throw place.refuse(wrong.sentence());
                }
            } else if (namesIn(key).isEmpty()) {
                throw place.refuse(unknown(key));
            } else {
                visitGroup(key, node, place);
            }
        }

        private void visitGroup(String key, Node node, SourceLocation place) {
            if (!(node instanceof MappingNode group)) {
                String subject = key.isEmpty() ? "the recipe" : key;
                throw place.refuse(subject + " is " + ValueReader.shown(node)
                        + ", but must be a group with settings such as " + String.join(", ", namesIn(key)));
            }
            Map<String, SourceLocation> seen = new LinkedHashMap<>();
            for (NodeTuple pair : group.getValue()) {
                SourceLocation here = text.place(pair.getKeyNode().getStartMark());
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

        private static String nameOf(Node node, SourceLocation place) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            throw place.refuse(ValueReader.shown(node) + " stands where the name of a setting belongs");
        }

        /** The names that may stand in a group; none if there is no such group. */
        private static List<String> namesIn(String group) {
            String prefix = group.isEmpty() ? "" : group + ".";
            List<String> names = new ArrayList<>();
            for (String key : Declarations.byKey().keySet()) {
                if (key.startsWith(prefix)) {
                    String name = key.substring(prefix.length()).split("\\.", 2)[0];
                    if (!names.contains(name)) {
                        names.add(name);
                    }
                }
            }
            return Collections.unmodifiableList(names);
        }

        private static String unknown(String key) {
            String found = "there is no setting '" + ValueReader.shown(plain(key)) + "'";
            String group = key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : "";
            String name = key.substring(key.lastIndexOf('.') + 1);
            List<String> names = namesIn(group).isEmpty() ? namesIn("") : namesIn(group);
            List<String> meant = Spelling.nearest(name, names).stream()
                    .map(near -> group.isEmpty() ? near : group + "." + near)
                    .filter(Walk::exists)
                    .toList();
            if (meant.isEmpty()) {
                meant = inAnyGroup(key, name);
            }
            return meant.isEmpty()
                    ? found + "; there are " + String.join(", ", names)
                    : found + "; did you mean " + String.join(" or ", meant) + "?";
        }

        private static boolean exists(String key) {
            return Declarations.byKey().containsKey(key) || !namesIn(key).isEmpty();
        }

        /** The full keys, in any group, whose last name is nearest; of these the nearest as a whole, if any is near. */
        private static List<String> inAnyGroup(String key, String name) {
            Map<String, String> lastNames = new LinkedHashMap<>();
            Declarations.byKey()
                    .keySet()
                    .forEach(full -> lastNames.put(full, full.substring(full.lastIndexOf('.') + 1)));
            List<String> near = Spelling.nearest(name, new LinkedHashSet<>(lastNames.values()));
            List<String> namesakes = lastNames.keySet().stream()
                    .filter(full -> near.contains(lastNames.get(full)))
                    .toList();
            List<String> nearest = Spelling.nearest(key, namesakes);
            return nearest.isEmpty() ? namesakes : nearest;
        }
    }
}
