package org.wgan4j.app.cli.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.data.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that choose images, named as the settings {@code data.images}, {@code data.labels} and {@code data.digits}. Used by one thread. */
@Command
public final class DataOptions {
    @Option(
            names = "--images",
            paramLabel = "FILE",
            description = "An IDX file of images, gzip-compressed or not, in place of a named data set.")
    private @Nullable Path images;

    @Option(names = "--labels", paramLabel = "FILE", description = "The IDX file of labels that belongs to --images.")
    private @Nullable Path labels;

    @Option(
            names = "--digits",
            paramLabel = "DIGIT",
            split = ",",
            description = "The labels to keep, such as 3,4,6; without it, all.")
    private Set<Integer> digits = new TreeSet<>();

    /** Whether the images come from a file. */
    public boolean fromFile() {
        return images != null || labels != null;
    }

    /** Whether some labels alone are wanted. */
    public boolean choosesDigits() {
        return !digits.isEmpty();
    }

    /** The choice, with the name that counts where no file was given. */
    public DataSource source(String name) {
        return new DataSource(name, Optional.ofNullable(images), Optional.ofNullable(labels), digits);
    }
}
