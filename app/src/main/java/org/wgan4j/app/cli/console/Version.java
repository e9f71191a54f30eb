package org.wgan4j.app.cli.console;

import org.wgan4j.gan.run.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** The provider of {@code --version}: the program's version and commit, and the Java that runs it. Safe for use by several threads. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "wgan4j " + BuildVersion.version() + " (commit " + BuildVersion.commit() + ")",
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
