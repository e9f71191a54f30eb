package org.wgan4j.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    @Test
    void theBeginningOfAWordStandsForIt() {
        assertThat(NearestWord.of("euclid", List.of("sqeuclidean", "euclidean", "l1")))
                .contains("euclidean");
        assertThat(NearestWord.of("eu", List.of("euclidean", "l1"))).isEmpty();
        assertThat(NearestWord.question("euclid", List.of("euclidean"))).isEqualTo(", did you mean euclidean?");
        assertThat(NearestWord.question("banana", List.of("euclidean"))).isEmpty();
    }

    @Test
    void aFarWordIsNotSuggested() {
        assertThat(NearestWord.of("trian", List.of("train", "resume"))).contains("train");
        assertThat(NearestWord.of("banana", List.of("train", "resume"))).isEmpty();
        assertThat(NearestWord.of("x", List.of())).isEmpty();
    }
}
