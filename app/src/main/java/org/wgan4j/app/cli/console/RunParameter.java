package org.wgan4j.app.cli.console;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The parameter that names a run. Used by one thread. */
@Command
public final class RunParameter {
    @Parameters(paramLabel = "RUN", description = "The run directory that training made.")
    private Path directory = Path.of("");

    /** The run directory, as it was typed. */
    public Path directory() {
        return directory;
    }
}
