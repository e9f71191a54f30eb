package org.wgan4j.gan.recipe;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wgan4j.gan.data.Spelling;
import org.wgan4j.gan.recipe.setting.Declaration;
import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.RecipeException;
import org.wgan4j.gan.recipe.setting.SettingType;
import org.wgan4j.gan.recipe.yaml.SettingsSource;

/**
 * Reads recipes by name, from files and from texts, and writes them as YAML. Safe for use by several threads.
 */
public final class Recipes {
    /** More than this many bytes are no recipe, and are not read. */
    private static final long LARGEST_FILE = 1 << 20;

    private Recipes() {}

    /** The names of the recipes that come with wgan4j; the first is the default. */
    public static List<String> names() {
        return BuiltInRecipes.NAMES;
    }

    /** The description of a built-in recipe in a sentence. */
    public static String about(String name) {
        return text(name).lines().findFirst().orElseThrow().replaceFirst("^#\\s*", "");
    }

    /** The YAML of a built-in recipe, with its comments. */
    public static String text(String name) {
        if (!names().contains(name)) {
            throw new RecipeException("There is no recipe '" + name + "'" + instead(name));
        }
        return BuiltInRecipes.recipe(name);
    }

    /**
     * Reads a built-in recipe or a file, then the overrides.
     *
     * <p>Of the length of a run, the last that names {@code epochs} or {@code steps} decides.
     *
     * @param nameOrPath a name of {@link #names()}, else the path of a YAML file
     * @param overrides such as {@code data.digits=[3, 4]}: a dotted key and YAML; later ones win
     * @throws RecipeException if something in it cannot be used; the message says where and what is allowed
     */
    public static Recipe load(String nameOrPath, List<String> overrides) {
        if (names().contains(nameOrPath)) {
            return parse(text(nameOrPath), "recipe " + nameOrPath, overrides);
        }
        return parse(readFile(nameOrPath), nameOrPath, overrides);
    }

    /** Reads a recipe from a text; the source's name is for messages. */
    public static Recipe parse(String yaml, String sourceName, List<String> overrides) {
        List<SettingsSource> sources = new ArrayList<>();
        sources.add(RecipeReader.SETTINGS.readDocument(yaml, sourceName));
        overrides.forEach(override -> sources.add(RecipeReader.SETTINGS.readOverride(override)));
        return RecipeReader.read(sources);
    }

    /**
     * Reads a recipe that {@link #toYaml} wrote; objectives and architectures that it names need not be on the class path.
     *
     * @throws RecipeException if something in it cannot be used
     */
    public static Recipe parseResolved(String yaml, String sourceName) {
        return RecipeReader.read(List.of(RecipeReader.SETTINGS.readResolved(yaml, sourceName)));
    }

    /** The recipe in a file that {@link #toYaml} wrote, as {@link #parseResolved} reads it. */
    public static Recipe loadResolved(Path file) {
        String name = file.toString();
        return parseResolved(readFile(name), name);
    }

    /** The recipe with some settings changed; the defaults of a newly chosen objective do not come with it. */
    public static Recipe override(Recipe recipe, List<String> overrides) {
        List<SettingsSource> sources = new ArrayList<>();
        sources.add(RecipeReader.SETTINGS.readResolved(toYaml(recipe), "the recipe"));
        overrides.forEach(override -> sources.add(RecipeReader.SETTINGS.readOverride(override)));
        return RecipeReader.read(sources);
    }

    /** Every setting of a recipe, resolved; {@link #parse} reads an equal recipe from it. */
    public static String toYaml(Recipe recipe) {
        StringBuilder yaml = new StringBuilder("# Every setting of this run, resolved.\n");
        String group = "";
        for (Map.Entry<String, Object> setting : Declarations.valuesOf(recipe).entrySet()) {
            String key = setting.getKey();
            int dot = key.indexOf('.');
            String groupNow = dot < 0 ? "" : key.substring(0, dot);
            if (!groupNow.equals(group)) {
                yaml.append(groupNow).append(":\n");
                group = groupNow;
            }
            yaml.append(dot < 0 ? "" : "  ").append(key.substring(dot + 1)).append(": ");
            yaml.append(SettingType.write(setting.getValue())).append('\n');
        }
        return yaml.toString();
    }

    /** Every setting there is, in the order of a resolved recipe. */
    public static List<SettingHelp> settings() {
        List<SettingHelp> list = new ArrayList<>();
        for (Declaration setting : Declarations.of(Recipe.class).values()) {
            list.add(new SettingHelp(
                    setting.key(),
                    setting.type().words(),
                    defaultOf(setting),
                    setting.range().words(),
                    helpOf(setting)));
        }
        return List.copyOf(list);
    }

    /** The dotted keys of the settings that differ between two recipes. */
    public static List<String> changedKeys(Recipe before, Recipe after) {
        Map<String, Object> oldValues = Declarations.valuesOf(before);
        Map<String, Object> newValues = Declarations.valuesOf(after);
        return oldValues.keySet().stream()
                .filter(key -> !Objects.equals(oldValues.get(key), newValues.get(key)))
                .toList();
    }

    /** The description of a setting, with the objectives that read it where not all do. */
    private static String helpOf(Declaration setting) {
        String name = setting.key().replaceFirst("^objective\\.", "");
        List<String> readers = name.equals(setting.key())
                ? List.of()
                : ObjectiveDescription.installed().entries().stream()
                        .filter(objective -> objective.settings().contains(name))
                        .map(ObjectiveDescription::name)
                        .toList();
        return readers.isEmpty() ? setting.help() : setting.help() + ", for " + String.join(" and ", readers);
    }

    private static String defaultOf(Declaration setting) {
        Set<String> values = new LinkedHashSet<>();
        List<String> byObjective = new ArrayList<>();
        for (ObjectiveDescription objective : ObjectiveDescription.installed().entries()) {
            SettingsSource.Value preferred =
                    RecipeReader.defaultsOf(objective).values().get(setting.key());
            String value = preferred == null ? setting.defaultYaml() : SettingType.write(preferred.value());
            values.add(value);
            byObjective.add(objective.name() + " " + value);
        }
        return values.size() == 1 ? values.iterator().next() : String.join(", ", byObjective);
    }

    private static String readFile(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new RecipeException(
                        "'" + name + "' is a folder, but a recipe is a YAML file: give the file in it");
            }
            if (!Files.exists(path)) {
                throw new RecipeException("There is no recipe and no file '" + name + "'" + instead(name));
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw new RecipeException(
                        name + ": has " + Files.size(path) + " bytes, but a recipe has at most " + LARGEST_FILE);
            }
            return Files.readString(path);
        } catch (MalformedInputException notText) {
            throw new RecipeException(name + ": is not a UTF-8 text: give a YAML file", notText);
        } catch (InvalidPathException | IOException unreadable) {
            throw new RecipeException(name + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String instead(String name) {
        List<String> nearest = Spelling.nearest(name, names());
        String meant = nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
        return meant + (nearest.isEmpty() ? "; there are " : " There are ") + String.join(", ", names());
    }
}
