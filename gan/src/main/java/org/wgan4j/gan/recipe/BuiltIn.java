package org.wgan4j.gan.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The YAML texts that come with wgan4j: its recipes and the defaults of each objective. */
final class BuiltIn {
    /** The recipes' names, the default first. */
    static final List<String> NAMES =
            List.of("quick", "gan", "wgan", "wgan-gp", "tutorial-gan", "tutorial-wgan-gp", "digit-wgan");

    private BuiltIn() {}

    /** The text of a recipe. */
    static String recipe(String name) {
        return read(name + ".yaml");
    }

    /** The settings that an objective prefers, as its paper gives them. */
    static Layer objectiveDefaults(ObjectiveName objective) {
        String name = SettingType.write(objective);
        return Layer.ofDocument(read("defaults/" + name + ".yaml"), "the defaults of " + name);
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
