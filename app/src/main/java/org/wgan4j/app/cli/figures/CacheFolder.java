package org.wgan4j.app.cli.figures;

import java.nio.file.Path;
import java.util.Map;

/** The cache folder of the program, by the XDG Base Directory Specification. */
final class CacheFolder {
    private CacheFolder() {}

    /** The folder of this program's caches: below {@code XDG_CACHE_HOME} if that is an absolute path, else below {@code ~/.cache}. */
    static Path of(Map<String, String> environment, Path home) {
        String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = !chosen.isEmpty() && Path.of(chosen).isAbsolute() ? Path.of(chosen) : home.resolve(".cache");
        return caches.resolve("wgan4j");
    }
}
