package org.wgan4j.app.cli.train;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.SettingOptions;
import org.wgan4j.gan.ActionableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that train and resume share: the length, the settings, and whether progress is shown. */
@Command
final class TrainingOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "The length of the whole run in epochs, 1 or more.")
    private @Nullable Integer epochs;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "The length of the whole run in generator steps, 1 or more, in place of --epochs.")
    private @Nullable Integer steps;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(names = "--quiet", description = "Prints the final line only.")
    private boolean quiet;

    boolean quiet() {
        return quiet;
    }

    List<String> settings() {
        return settings.settings();
    }

    OptionalInt epochs() {
        return atLeastOne("--epochs", epochs);
    }

    OptionalInt steps() {
        if (epochs != null && steps != null) {
            throw new ActionableException("--epochs " + epochs + " and --steps " + steps
                    + " both set the length of the run; give one of the two");
        }
        return atLeastOne("--steps", steps);
    }

    private static OptionalInt atLeastOne(String option, @Nullable Integer value) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value < 1) {
            throw new ActionableException(option + " must be a whole number of 1 or more, not " + value);
        }
        return OptionalInt.of(value);
    }
}
