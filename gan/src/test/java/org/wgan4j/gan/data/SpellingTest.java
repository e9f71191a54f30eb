package org.wgan4j.gan.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void editsAreZeroForEqualWordsSymmetricAndAtMostTheLongerLength() {
        List<String> words = List.of("", "train", "trian", "resume", "sample", "a");
        for (String a : words) {
            assertThat(Spelling.edits(a, a)).isZero();
            for (String b : words) {
                assertThat(Spelling.edits(a, b)).isEqualTo(Spelling.edits(b, a));
                assertThat(Spelling.edits(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
            }
        }
    }

    @Test
    void neighboursThatChangedPlacesAreOneEdit() {
        assertThat(Spelling.edits("trian", "train")).isEqualTo(1);
        assertThat(Spelling.edits("kitten", "sitting")).isEqualTo(3);
    }
}
