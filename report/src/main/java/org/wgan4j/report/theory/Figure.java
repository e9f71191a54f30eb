package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;

/** A figure that explains a property of the Wasserstein distance, computed when it is written. Immutable and safe for use by several threads. */
public interface Figure {
    /** Lower-case name, which is also the base name of its files. */
    String name();

    /** What it shows, below 100 characters. */
    String summary();

    /** The caption: one sentence that says what to see. */
    String caption();

    /** Whether networks are trained for it, which takes about half a minute. */
    default boolean trains() {
        return false;
    }

    /**
     * Computes the figure and writes or replaces its pictures in a folder: {@code NAME.png}, {@code NAME.svg} and, where it moves, {@code NAME.gif}.
     *
     * @return the files
     * @throws ActionableException if this machine has no font or the disk refuses
     */
    List<Path> write(Path folder);

    /**
     * The same with the caption in {@code NAME.txt}.
     *
     * @return the files, the caption last
     */
    default List<Path> writeWithCaption(Path folder) {
        List<Path> files = new ArrayList<>(write(folder));
        Path caption = folder.resolve(name() + ".txt");
        AtomicFile.write(caption, caption() + "\n");
        files.add(caption);
        return List.copyOf(files);
    }
}
