package org.wgan4j.app.cli.console;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON text of answers, indented. Safe for use by several threads. */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Pattern CONTROLS = Pattern.compile("[\u007f-\u009f]");

    private Json() {}

    /** The text of maps, lists, strings, numbers and truth values, in the order in which they are held. */
    public static String text(Object value) {
        return withoutControls(MAPPER.writeValueAsString(value));
    }

    /** Jackson leaves the control characters beyond ASCII as they are; they occur in strings alone. */
    private static String withoutControls(String json) {
        return CONTROLS.matcher(json)
                .replaceAll(control -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) control.group().charAt(0)));
    }
}
