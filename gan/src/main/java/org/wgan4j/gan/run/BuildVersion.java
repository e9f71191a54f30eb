package org.wgan4j.gan.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which wgan4j this is.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class BuildVersion {
    private static final Properties FACTS = read();

    private BuildVersion() {}

    /** The version, {@code 0.1.0} say. */
    public static String version() {
        return FACTS.getProperty("version", "unknown");
    }

    /** The commit that was built; {@code unknown} where the build was not told. */
    public static String commit() {
        return FACTS.getProperty("commit", "unknown");
    }

    private static Properties read() {
        Properties facts = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                facts.load(in);
            }
            return facts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
