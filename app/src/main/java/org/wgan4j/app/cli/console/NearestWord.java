package org.wgan4j.app.cli.console;

import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.data.Spelling;

/** Finds the option or command that a misspelt word probably stood for. */
public final class NearestWord {
    private NearestWord() {}

    /** The valid word with the fewest edits to {@code found}, if at most a third of its letters were wrong. */
    public static Optional<String> of(String found, List<String> valid) {
        return Spelling.nearest(found, valid).stream().findFirst();
    }
}
