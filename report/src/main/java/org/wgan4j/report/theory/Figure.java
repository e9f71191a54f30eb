package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.util.List;

/** One figure that explains something: computed afresh, never from stored numbers. */
public interface Figure {
    /** What it is called, which is also the name of its files. */
    String name();

    /** What it shows, in a few words. */
    String about();

    /** What to see in it, in one sentence. */
    String caption();

    /** Whether networks are trained for it, which takes about half a minute: such a figure is drawn where it is named, and not with all. */
    default boolean trains() {
        return false;
    }

    /**
     * Computes it, and writes or replaces its pictures in a folder.
     *
     * @return the files
     * @throws org.wgan4j.gan.ActionableException if this machine has no font or the disk refuses
     */
    List<Path> write(Path folder);
}
