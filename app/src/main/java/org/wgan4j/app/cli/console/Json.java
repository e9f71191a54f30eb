package org.wgan4j.app.cli.console;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --json} prints: one object, indented. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** The text of maps, lists, strings, numbers and truth values, in the order in which they are held. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
