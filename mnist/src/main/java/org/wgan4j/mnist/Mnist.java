package org.wgan4j.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The four official MNIST files: 60000 training and 10000 test images of handwritten digits, 28 by 28 pixels, and their labels.
 *
 * <p>MNIST is by Yann LeCun and Corinna Cortes, licensed CC BY-SA 3.0; the {@code NOTICE} resource beside this class says so.
 */
public enum Mnist {
    /** IDX file {@code [60000, 28, 28]}, uint8, 0 = black background. */
    TRAINING_IMAGES("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    /** IDX file {@code [60000]}, uint8, the digits 0 to 9. */
    TRAINING_LABELS("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    /** IDX file {@code [10000, 28, 28]}, uint8, 0 = black background. */
    TEST_IMAGES("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    /** IDX file {@code [10000]}, uint8, the digits 0 to 9. */
    TEST_LABELS("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String fileName;
    private final String sha256;

    Mnist(String fileName, String sha256) {
        this.fileName = fileName;
        this.sha256 = sha256;
    }

    /** The name that the file has had since its first publication, without {@code .gz}. */
    public String fileName() {
        return fileName;
    }

    /** SHA-256 of the uncompressed file, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /**
     * Opens the uncompressed bytes of the file; the caller closes the stream.
     *
     * @throws IllegalStateException if the jar was packed without its files
     */
    public InputStream open() throws IOException {
        InputStream packed = Mnist.class.getResourceAsStream(fileName + ".gz");
        if (packed == null) {
            throw new IllegalStateException("The resource " + fileName + ".gz is missing from the mnist module");
        }
        return new GZIPInputStream(packed, 1 << 16);
    }
}
