package org.wgan4j.gan.metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.Features;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code tools/check_metrics.py} wrote: samples and the values of their metrics. */
public final class PythonReference {
    private final Map<String, NpyArray> arrays = NpzFile.read(path("samples.npz"));
    private final JsonNode expected = json();

    Features features(String side) {
        NpyArray.Float32 table = (NpyArray.Float32) array(side + "_features");
        return Features.of(table.shape()[1], table.values());
    }

    ClassProbabilities classes(String side) {
        NpyArray.Float32 table = (NpyArray.Float32) array(side + "_probabilities");
        return ClassProbabilities.of(table.shape()[1], table.values());
    }

    /** Classifier outputs that are certain of these classes of ten. */
    ClassProbabilities certain(String name) {
        byte[] classes = bytes(name);
        double[] values = new double[classes.length * 10];
        for (int i = 0; i < classes.length; i++) {
            values[i * 10 + classes[i]] = 1;
        }
        return ClassProbabilities.of(10, values);
    }

    int[][] stacks() {
        byte[] classes = bytes("stacks");
        int[][] stacks = new int[classes.length / 3][3];
        for (int i = 0; i < classes.length; i++) {
            stacks[i / 3][i % 3] = classes[i];
        }
        return stacks;
    }

    Images images(String side) {
        return Images.of(new ImageShape(1, 5, 5), bytes(side + "_images"));
    }

    JsonNode expected() {
        return expected;
    }

    private byte[] bytes(String name) {
        return ((NpyArray.UInt8) array(name)).values();
    }

    private NpyArray array(String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw new AssertionError("no array " + name);
        }
        return array;
    }

    private static JsonNode json() {
        try (InputStream in = path("expected.json").toUri().toURL().openStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path path(String name) {
        URL url = PythonReference.class.getResource(name);
        if (url == null) {
            throw new AssertionError("no file " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
