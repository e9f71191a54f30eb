package org.wgan4j.gan.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.recipe.setting.RecipeException;

/** Whatever the text, it is a recipe or a {@link RecipeException}. */
class RecipeFuzzTest {
    private static final String ALPHABET =
            "{}[]:,-?&*!|>'\"%@`#~<= \n\t0123456789.eE+_abxyzUu\\\u0085\u2028\uD800\u0000";

    /** The first line is an override, the others are the recipe. */
    @FuzzTest
    void anyTextIsARecipeOrRefused(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        read(parts.length < 2 ? "" : parts[1], List.of(parts[0]));
        read(parts.length < 2 ? "" : parts[1], List.of());
    }

    @Test
    void everyMutationOfARecipeIsARecipeOrRefused() {
        List<String> originals = Recipes.names().stream()
                .map(name -> Recipes.toYaml(Recipes.load(name, List.of())))
                .toList();
        Random random = new Random(11);
        for (int i = 0; i < 1500; i++) {
            String yaml = mutate(originals.get(i % originals.size()), random);
            String override = mutate("data.digits=[3, 4]", random);
            try {
                read(yaml, random.nextBoolean() ? List.of() : List.of(override));
            } catch (RuntimeException | AssertionError | StackOverflowError defect) {
                fail("round " + i + ", override <" + override + ">, recipe:\n" + yaml, defect);
            }
        }
    }

    private static void read(String yaml, List<String> overrides) {
        try {
            Recipe recipe = Recipes.parse(yaml, "fuzzed", overrides);
            assertThat(Recipes.parse(Recipes.toYaml(recipe), "again", List.of()))
                    .isEqualTo(recipe);
        } catch (RecipeException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static String mutate(String text, Random random) {
        List<String> pieces = new ArrayList<>(List.of(text.split("(?<=\\n)|(?<=: )")));
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(pieces.size());
            String piece = pieces.get(at);
            switch (random.nextInt(4)) {
                case 0 -> pieces.remove(at);
                case 1 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
                case 2 -> pieces.set(at, insert(piece, random));
                default -> pieces.set(at, piece.substring(random.nextInt(piece.length() + 1)));
            }
            if (pieces.isEmpty()) {
                pieces.add("");
            }
        }
        return String.join("", pieces);
    }

    private static String insert(String piece, Random random) {
        StringBuilder mutated = new StringBuilder(piece);
        for (int inserts = 1 + random.nextInt(3); inserts > 0; inserts--) {
            char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            mutated.insert(random.nextInt(mutated.length() + 1), letter);
        }
        return mutated.toString();
    }
}
