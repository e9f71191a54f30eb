package org.wgan4j.gan.recipe.yaml;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.wgan4j.gan.recipe.setting.RecipeException;

/**
 * The location of a value in its source, in words: {@code mine.yaml, line 3, column 5} or {@code override seed=x}. Immutable and safe for use by several threads.
 */
public record SourceLocation(String words) {

    /** A position in a named text; lines and columns count from 1. */
    static SourceLocation at(String source, Optional<Mark> mark) {
        return new SourceLocation(mark.map(m -> String.format(
                        Locale.ROOT, "%s, line %d, column %d", source, m.getLine() + 1, m.getColumn() + 1))
                .orElse(source));
    }

    /** The exception for a value at this location. */
    public RecipeException refuse(String sentence) {
        return new RecipeException(words + ": " + sentence);
    }
}
