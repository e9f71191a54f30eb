package org.wgan4j.gan.recipe;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where a value was written, in words: {@code mine.yaml, line 3, column 5} or {@code --set seed=x}. */
record SourceLocation(String words) {

    /** A position in a named text; lines and columns count from 1. */
    static SourceLocation at(String source, Optional<Mark> mark) {
        return new SourceLocation(mark.map(m -> String.format(
                        Locale.ROOT, "%s, line %d, column %d", source, m.getLine() + 1, m.getColumn() + 1))
                .orElse(source));
    }

    /** The failure at this place. */
    RecipeException refuse(String sentence) {
        return new RecipeException(words + ": " + sentence);
    }
}
