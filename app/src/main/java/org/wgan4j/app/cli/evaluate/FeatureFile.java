package org.wgan4j.app.cli.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.Sample;

/** Features and class probabilities of images as an npz file, so that other programs can compute from the same numbers. */
final class FeatureFile {
    private FeatureFile() {}

    /**
     * Refuses a name that is none of an npz file.
     *
     * @throws ActionableException with the option that it was given to
     */
    public static void check(String option, Path file) {
        if (!file.toString().endsWith(".npz")) {
            throw new ActionableException(String.format(Locale.ROOT, "%s %s must end in .npz", option, file));
        }
    }

    /**
     * Writes {@code features} float32 {@code [n, 64]} and {@code probabilities} float32 {@code [n, 10]}.
     *
     * @throws ActionableException if no classifier looked at the images, or the file cannot be written
     */
    public static void write(Path file, Sample sample) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        sample.features().ifPresent(rows -> arrays.put("features", array(rows)));
        sample.classes().ifPresent(rows -> arrays.put("probabilities", array(rows)));
        if (arrays.isEmpty()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "There are no features for %s: choose a metric of features or classes, and images of 1x28x28.",
                    file));
        }
        NpzFile.write(file, arrays);
    }

    private static NpyArray array(Features rows) {
        int width = rows.dimension();
        float[] values = new float[ArraySize.of("values", rows.count(), width)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows.value(i / width, i % width);
        }
        return new NpyArray.Float32(new int[] {rows.count(), width}, values);
    }

    private static NpyArray array(ClassProbabilities rows) {
        int width = rows.classes();
        float[] values = new float[ArraySize.of("values", rows.count(), width)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows.value(i / width, i % width);
        }
        return new NpyArray.Float32(new int[] {rows.count(), width}, values);
    }
}
