package org.wgan4j.app.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wgan4j.app.cli.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of {@code wgan4j transport} for the tests. */
public final class TransportCalls {
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private TransportCalls() {}

    static Answer transport(String... arguments) {
        List<String> all = new ArrayList<>(List.of("transport"));
        all.addAll(Arrays.asList(arguments));
        return Answer.to(all.toArray(new String[0]));
    }

    /** The object that {@code --json} prints, of a call that must work and have nothing to remark. */
    static JsonNode json(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Answer answer = transport(all);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return JSON.readTree(answer.out());
    }
}
