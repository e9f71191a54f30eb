package org.wgan4j.app.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import org.wgan4j.gan.format.Sha256;
import org.wgan4j.mnist.Mnist;

/** The check that the MNIST files inside the program are the official ones, byte for byte. */
final class EmbeddedData {
    private static final String ADVICE = "build anew: delete app/target and call ./wgan4j again";

    private EmbeddedData() {}

    /** Compares the checksum of each file with the published one. */
    public static Check mnist() {
        try {
            for (Mnist file : Mnist.values()) {
                String found = sha256(file);
                if (!found.equals(file.sha256())) {
                    return Check.failed("data", file.fileName() + " has the SHA-256 " + found, ADVICE);
                }
            }
        } catch (IOException | IllegalStateException unreadable) {
            return Check.failed("data", "MNIST cannot be read: " + unreadable.getMessage(), ADVICE);
        }
        return Check.ok("data", "MNIST is embedded, " + Mnist.values().length + " checksums agree");
    }

    private static String sha256(Mnist file) throws IOException {
        try (InputStream bytes = file.open()) {
            return Sha256.of(bytes);
        }
    }
}
