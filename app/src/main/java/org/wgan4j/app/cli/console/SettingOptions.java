package org.wgan4j.app.cli.console;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that changes settings of a recipe. Used by one thread. */
@Command
public final class SettingOptions {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes one setting; may be given many times. wgan4j recipes --settings lists all.")
    private List<String> settings = new ArrayList<>();

    /** The changes in the order in which they were typed, each {@code key=value}. */
    public List<String> settings() {
        return List.copyOf(settings);
    }
}
