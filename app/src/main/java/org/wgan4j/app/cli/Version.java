package org.wgan4j.app.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the program's version and commit, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "wgan4j 0.1.0", "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
