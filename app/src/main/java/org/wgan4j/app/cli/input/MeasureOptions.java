package org.wgan4j.app.cli.input;

import org.wgan4j.app.cli.input.MeasureFile.Meaning;
import org.wgan4j.gan.ActionableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that say whether the numbers of files are samples or masses. Used by one thread. */
@Command
public final class MeasureOptions {
    @Option(
            names = "--histogram",
            description = "The numbers are masses at the positions 0, 1, 2, ... of a line, not samples.")
    private boolean histogram;

    @Option(
            names = "--grid",
            description =
                    "The numbers are masses on the cells of a grid [height, width] (or more axes), not samples; pictures"
                            + " always are.")
    private boolean grid;

    /** What the numbers mean: samples unless an option says otherwise. */
    public Meaning meaning() {
        if (histogram && grid) {
            throw new ActionableException(
                    "--histogram means masses on a line and --grid masses on a grid; give one of the two");
        }
        return histogram ? Meaning.LINE : grid ? Meaning.GRID : Meaning.SAMPLES;
    }
}
