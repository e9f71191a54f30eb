package org.wgan4j.gan.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The YAML texts of the recipes that come with wgan4j. */
final class BuiltInRecipes {
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

    private BuiltInRecipes() {}

    /** The text of a recipe. */
    static String recipe(String name) {
        return read(name + ".yaml");
    }

    private static String read(String resource) {
        try (InputStream in = BuiltInRecipes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
