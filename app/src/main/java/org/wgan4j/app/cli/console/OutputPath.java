package org.wgan4j.app.cli.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;

/** A check of output paths. Safe for use by several threads. */
public final class OutputPath {
    private OutputPath() {}

    /** Refuses the empty name, which scripts give by mistake and which would mean the folder that one is in. */
    public static void refuseEmpty(String option, @Nullable Path path) {
        if (path != null && path.toString().isBlank()) {
            throw new ActionableException(option + " is empty: name a file or a folder, or leave the option out");
        }
    }
}
