package org.wgan4j.app.cli.emd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wgan4j.app.cli.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DivergencesCommandTest {
    private static JsonNode json(String arguments) {
        Answer answer = Answer.to((arguments + " --json").split(" "));
        assertThat(answer.code()).isZero();
        return JsonMapper.builder().build().readTree(answer.out());
    }

    @Test
    void theExampleHasItsKnownValues() {
        JsonNode all = json("divergences --from 12,7,4,1,19,14,9,6,3,2 --to 1,5,11,17,13,9,6,4,3,2 --normalize");
        assertThat(all.get("w1").asDouble()).isCloseTo(351.0 / 497, within(1e-14));
        assertThat(all.get("w2").asDouble()).isCloseTo(0.9292711691419394, within(1e-14));
        assertThat(all.get("tv").asDouble()).isCloseTo(1831.0 / 5467, within(1e-14));
        assertThat(all.get("kl").asDouble()).isCloseTo(0.5003355776416126, within(1e-14));
        assertThat(all.get("js").asDouble()).isCloseTo(0.11763205718835995, within(1e-14));
        assertThat(all.get("infinite").size()).isZero();
    }

    @Test
    void theReverseIsTheSameWithBothExchanged() {
        JsonNode there = json("divergences --from 0.5,0.3,0.2 --to 0.1,0.3,0.6");
        JsonNode back = json("divergences --from 0.1,0.3,0.6 --to 0.5,0.3,0.2");
        assertThat(there.get("kl")).isEqualTo(back.get("kl_reverse"));
        assertThat(there.get("chi_square")).isEqualTo(back.get("chi_square_reverse"));
        assertThat(there.get("chi_square").asDouble()).isCloseTo(0.16 / 0.1 + 0.16 / 0.6, within(1e-12));
        assertThat(there.get("hellinger").asDouble())
                .isCloseTo(back.get("hellinger").asDouble(), within(1e-15));
    }

    @Test
    void equalHistogramsDoNotDiffer() {
        json("divergences --from 1,2,3 --to 1,2,3 --normalize")
                .forEach(value -> assertThat(value.asDouble(0)).isZero());
    }

    @Test
    void infinitiesAreWordsInJsonWithTheReason() {
        JsonNode all = json("divergences --from 0.5,0.5 --to 0,1");
        assertThat(all.get("kl").asString()).isEqualTo("infinity");
        assertThat(all.get("chi_square").asString()).isEqualTo("infinity");
        assertThat(all.get("kl_reverse").asDouble()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(all.get("infinite").size()).isEqualTo(1);
        assertThat(all.get("infinite").get(0).asString()).contains("bin 0", "--to has none");
    }

    @Test
    void infinitiesAreWordsInTextWithTheReason() {
        Answer answer = Answer.to("divergences", "--from", "0,1", "--to", "0.5,0.5");
        assertThat(answer.out()).containsPattern("KL\\(to \\|\\| from\\) +infinity +nats");
        assertThat(answer.out()).contains("--from has none there").doesNotContain("Infinity");
    }

    @Test
    void theShorterHistogramIsEmptyInItsMissingBins() {
        JsonNode all = json("divergences --from 1 --to 0,0,1");
        assertThat(all.get("w1").asDouble()).isEqualTo(2);
        assertThat(all.get("js").asDouble()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(all.get("tv").asDouble()).isEqualTo(1);
        assertThat(all.get("infinite").size()).isEqualTo(2);
    }
}
