package org.wgan4j.app.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The checks that the folders a run writes to are writable and have enough free space. */
final class SpaceChecks {
    private static final double NEEDED_GIB = 1;

    private SpaceChecks() {}

    /** The folder into which the native libraries are unpacked once. */
    public static Check cache() {
        String chosen = System.getProperty("org.bytedeco.javacpp.cachedir", "");
        Path folder =
                chosen.isEmpty() ? Path.of(System.getProperty("user.home"), ".javacpp", "cache") : Path.of(chosen);
        return space("cache", folder, "or set WGAN4J_JAVA_OPTIONS=-Dorg.bytedeco.javacpp.cachedir=FOLDER");
    }

    /** The folder in which a run directory is made when {@code --out} names none. */
    public static Check currentFolder() {
        return space("folder", Path.of("").toAbsolutePath(), "or let --out name another folder");
    }

    static Check space(String name, Path folder, String otherwise) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Check.failed(name, folder + " cannot be written", "make it writable, " + otherwise);
        }
        try {
            double free = Files.getFileStore(existing).getUsableSpace() / (double) (1L << 30);
            String observation = String.format(Locale.ROOT, "%s, %.1f GiB free", folder, free);
            return free >= NEEDED_GIB
                    ? Check.ok(name, observation)
                    : Check.warning(name, observation, "free at least " + (int) NEEDED_GIB + " GiB, " + otherwise);
        } catch (IOException unknown) {
            return Check.warning(name, folder + ", free space unknown: " + unknown.getMessage(), "check it by hand");
        }
    }
}
