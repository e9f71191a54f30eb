package org.wgan4j.gan.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The golden files, which the libraries that own the formats wrote; see {@code tools/make_golden.py}. */
final class Golden {
    private Golden() {}

    static Path path(String name) {
        URL url = Golden.class.getResource("/golden/" + name);
        if (url == null) {
            throw new IllegalArgumentException("no golden file " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(String name) {
        try (InputStream in = path(name).toUri().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
