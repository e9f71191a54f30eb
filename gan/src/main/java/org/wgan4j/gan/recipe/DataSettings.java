package org.wgan4j.gan.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.LastBatch;
import org.wgan4j.gan.data.Sampling;
import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;
import org.wgan4j.gan.recipe.setting.SettingException;

/**
 * The data set and the order of its batches. Immutable and safe for use by several threads.
 */
public record DataSettings(
        @Setting(value = "mnist", help = "data set: a name that wgan4j knows, or any name for your own files")
        String name,

        @Setting(value = "all", help = "labels to train on: a list, one number, or all", range = "[0, 255]")
        List<Integer> digits,

        @Setting(value = "\"\"", help = "path of an IDX file of images (gz or not) to use instead, \"\" for none")
        String images,

        @Setting(value = "\"\"", help = "path of the IDX file of their labels, \"\" for none")
        String labels,

        @Setting(value = "drop", help = "the short batch at the end of an epoch")
        LastBatch lastBatch,

        @Setting(value = "shuffle", help = "how the images of a batch are drawn")
        Sampling sampling,

        @Setting(value = "1", help = "how many critic steps in a row use the same real batch", range = "[1, 1000]")
        int repeatBatch) {

    /** Refuses values that exclude each other. */
    public DataSettings {
        digits = List.copyOf(new TreeSet<>(digits));
        if (images.isEmpty() && !labels.isEmpty()) {
            throw new SettingException("labels", labels, "labels go with a file of images: give data.images too");
        }
        if (!images.isEmpty() && labels.isEmpty() && !digits.isEmpty()) {
            throw new SettingException("digits", digits, "choosing digits needs labels: give data.labels too");
        }
    }

    /** The source of the data set. */
    public DataSource source() {
        return new DataSource(name, path(images), path(labels), Set.copyOf(digits));
    }

    private static Optional<Path> path(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    }

    /** These settings with the given {@link #name()}. */
    public DataSettings name(String value) {
        return Declarations.with(this, "name", value);
    }

    /** These settings with the given {@link #digits()}. */
    public DataSettings digits(List<Integer> value) {
        return Declarations.with(this, "digits", value);
    }

    /** These settings with the given {@link #images()}. */
    public DataSettings images(String value) {
        return Declarations.with(this, "images", value);
    }

    /** These settings with the given {@link #labels()}. */
    public DataSettings labels(String value) {
        return Declarations.with(this, "labels", value);
    }

    /** These settings with the given {@link #lastBatch()}. */
    public DataSettings lastBatch(LastBatch value) {
        return Declarations.with(this, "lastBatch", value);
    }

    /** These settings with the given {@link #sampling()}. */
    public DataSettings sampling(Sampling value) {
        return Declarations.with(this, "sampling", value);
    }

    /** These settings with the given {@link #repeatBatch()}. */
    public DataSettings repeatBatch(int value) {
        return Declarations.with(this, "repeatBatch", value);
    }
}
