package org.wgan4j.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    @Test
    void aFarWordIsNotSuggested() {
        assertThat(NearestWord.of("trian", List.of("train", "resume"))).contains("train");
        assertThat(NearestWord.of("banana", List.of("train", "resume"))).isEmpty();
        assertThat(NearestWord.of("x", List.of())).isEmpty();
    }
}
