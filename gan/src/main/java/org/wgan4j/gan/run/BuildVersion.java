package org.wgan4j.gan.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version and commit of this build. Immutable and safe for use by several threads.
 */
public final class BuildVersion {
    private static final Properties PROPERTIES = read();

    private BuildVersion() {}

    /** The version, {@code 0.1.0} say. */
    public static String version() {
        return PROPERTIES.getProperty("version", "unknown");
    }

    /** The commit that was built; {@code unknown} where the build did not know it. */
    public static String commit() {
        return PROPERTIES.getProperty("commit", "unknown");
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
