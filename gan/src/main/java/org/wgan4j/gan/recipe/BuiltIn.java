package org.wgan4j.gan.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The YAML texts that come with wgan4j: its recipes and the defaults of each objective. */
final class BuiltIn {
    /** The recipes' names, the default first. */
    static final List<String> NAMES = List.of(
            "quick",
            "gan",
            "wgan",
            "wgan-gp",
            "tutorial-gan",
            "tutorial-wgan-gp",
            "digit-wgan",
            "ring",
            "grid",
            "swiss-roll");

    private static final Map<ObjectiveName, SettingsSource> DEFAULTS = new EnumMap<>(ObjectiveName.class);

    static {
        for (ObjectiveName objective : ObjectiveName.values()) {
            String name = SettingType.write(objective);
            String yaml = read("defaults/" + name + ".yaml");
            DEFAULTS.put(objective, SettingsSource.ofDocument(yaml, "the defaults of " + name));
        }
    }

    private BuiltIn() {}

    /** The text of a recipe. */
    static String recipe(String name) {
        return read(name + ".yaml");
    }

    /** The settings that an objective prefers, as its paper gives them. */
    static SettingsSource objectiveDefaults(ObjectiveName objective) {
        return Objects.requireNonNull(DEFAULTS.get(objective));
    }

    private static String read(String resource) {
        try (InputStream in = BuiltIn.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
