package org.wgan4j.gan.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.format.MalformedFileException;
import org.wgan4j.mnist.Mnist;

/**
 * Loads data sets: by name (MNIST, synthetic ones and those on the class path) or from IDX files of grey or RGB images. Safe for use by several
 * threads.
 */
public final class Datasets {
    /** A data set that comes with the library. */
    private record Embedded(String name, Mnist images, Mnist labels, String summary) implements NamedDataset {
        @Override
        public Dataset load() {
            return read(this);
        }
    }

    /** A synthetic data set by its name. */
    private record Synthetic(SyntheticDataset synthetic) implements NamedDataset {
        @Override
        public String name() {
            return synthetic.name();
        }

        @Override
        public String summary() {
            return synthetic.about();
        }

        @Override
        public Dataset load() {
            return synthetic.dataset();
        }
    }

    private static final List<Embedded> EMBEDDED = List.of(
            new Embedded(
                    "mnist",
                    Mnist.TRAINING_IMAGES,
                    Mnist.TRAINING_LABELS,
                    "The 60000 training images of MNIST: handwritten digits, grey, 28 by 28 pixels (LeCun and Cortes, CC BY-SA 3.0)."),
            new Embedded(
                    "mnist-test",
                    Mnist.TEST_IMAGES,
                    Mnist.TEST_LABELS,
                    "The 10000 test images of MNIST: handwritten digits, grey, 28 by 28 pixels (LeCun and Cortes, CC BY-SA 3.0)."));

    private Datasets() {}

    /** The names that {@link #load} accepts. */
    public static List<String> names() {
        return catalog().names();
    }

    /** Those that come with the library, then those on the class path. */
    private static Catalog<NamedDataset> catalog() {
        List<NamedDataset> all = new ArrayList<>(EMBEDDED);
        SyntheticDataset.all().forEach(synthetic -> all.add(new Synthetic(synthetic)));
        all.addAll(Catalog.installed(NamedDataset.class).entries());
        return Catalog.of(all);
    }

    /**
     * What a data set is, in one sentence.
     *
     * @throws ActionableException if there is none of this name; the message names the nearest one and all
     */
    public static String describe(String name) {
        return named(name).summary();
    }

    /**
     * Reads a data set into memory, one byte a pixel, or makes the points of a synthetic one.
     *
     * @throws ActionableException if there is no such data set or file, images and labels do not belong together, or a wanted
     *     digit does not occur
     * @throws MalformedFileException if a file is not a whole IDX file of images or labels
     */
    public static Dataset load(DataSource source) {
        Dataset all = source.images()
                .map(images -> fromFiles(images, source.labels()))
                .orElseGet(() -> named(source.name()).load());
        return source.digits().isEmpty() ? all : all.withLabels(source.digits());
    }

    private static NamedDataset named(String name) {
        return catalog()
                .find(name)
                .orElseThrow(() -> new ActionableException("There is no data set \"" + name + "\""
                        + Spelling.nearest(name, names()).stream()
                                .findFirst()
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(";")
                        + " Choose from " + String.join(", ", names())
                        + ", or give the path of an IDX file of images"));
    }

    private static Dataset read(Embedded embedded) {
        IdxFile images = read(embedded.images);
        IdxFile labels = read(embedded.labels);
        return Dataset.of(
                embedded.name, images(images, embedded.images.fileName()), labels(labels, embedded.labels.fileName()));
    }

    private static IdxFile read(Mnist file) {
        try (InputStream in = file.open()) {
            return IdxFile.read(in, file.fileName());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Dataset fromFiles(Path imagesPath, Optional<Path> labelsPath) {
        String name = String.valueOf(imagesPath.getFileName());
        Images images = images(IdxFile.read(imagesPath), imagesPath.toString());
        if (labelsPath.isEmpty()) {
            return Dataset.of(name, images);
        }
        int[] labels = labels(IdxFile.read(labelsPath.get()), labelsPath.get().toString());
        if (labels.length != images.count()) {
            throw new ActionableException(imagesPath + " holds " + images.count() + " images but " + labelsPath.get()
                    + " holds " + labels.length + " labels; give the labels that belong to these images");
        }
        return Dataset.of(name, images, labels);
    }

    private static Images images(IdxFile file, String name) {
        ImageLayout layout = ImageLayout.of(name, file.dimensions());
        byte[] bytes = file.bytes();
        return layout.channelsLast() ? layout.images(bytes) : Images.owning(layout.shape(), bytes);
    }

    private static int[] labels(IdxFile file, String name) {
        if (file.dimensions().length != 1) {
            throw new MalformedFileException(name, dimensions(file.dimensions()), "labels: 1 dimension [n]");
        }
        byte[] bytes = file.bytes();
        int[] labels = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            labels[i] = bytes[i] & 0xff;
        }
        return labels;
    }

    private static String dimensions(int[] sizes) {
        return (sizes.length == 1 ? "1 dimension " : sizes.length + " dimensions ") + Arrays.toString(sizes);
    }
}
