package org.wgan4j.gan.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.format.Sha256;

/**
 * A named, immutable set of samples of one shape, images or points, at least one of them, with or without a label each.
 *
 * <p>From arrays: {@code Dataset.of("mine", Images.of(shape, bytes))} or {@code Images.fromUnitRange(shape, floats)}; from a function that reads
 * samples when they are needed: {@code Dataset.of("mine", SampleArray.of(shape, count, reader))}.
 *
 * <p>Safe for use by several threads: labels are copied on their way in. Two data sets are equal only if they are the same object; the
 * {@link #sha256} tells whether their content is the same.
 */
public final class Dataset {
    private final String name;
    private final SampleArray samples;
    private final int @Nullable [] labels;
    private volatile @Nullable String sha256;

    private Dataset(String name, SampleArray samples, int @Nullable [] labels) {
        if (samples.count() == 0) {
            throw new ActionableException("The data set " + name + " has no images; it needs at least one");
        }
        if (labels != null && labels.length != samples.count()) {
            throw new ActionableException("The data set " + name + " has " + samples.count() + " images but "
                    + labels.length + " labels; give the labels that belong to these images");
        }
        this.name = name;
        this.samples = samples;
        this.labels = labels;
    }

    /** Samples without labels. */
    public static Dataset of(String name, SampleArray samples) {
        return new Dataset(name, samples, null);
    }

    /** Samples with a label each, in the same order. */
    public static Dataset of(String name, SampleArray samples, int[] labels) {
        return new Dataset(name, samples, labels.clone());
    }

    /** The name in messages and reports. */
    public String name() {
        return name;
    }

    /** The number of samples, at least 1. */
    public int size() {
        return samples.count();
    }

    /** The shape that every sample has. */
    public ImageShape shape() {
        return samples.shape();
    }

    /** Whether every sample has a label. */
    public boolean labelled() {
        return labels != null;
    }

    /**
     * The label of image {@code i}.
     *
     * @throws ActionableException if there are no labels
     */
    public int label(int i) {
        return labels()[Objects.checkIndex(i, size())];
    }

    /** All samples. */
    public SampleArray samples() {
        return samples;
    }

    /**
     * All images; where the samples are read when they are needed, all of them are read now, to 8 bits a pixel.
     *
     * @throws ActionableException if the samples are points, or more than fit into memory at once
     */
    public Images images() {
        if (samples instanceof Images images) {
            return images;
        }
        if (!shape().equals(Points.SHAPE)) {
            return readImages();
        }
        throw new ActionableException("The data set " + name + " holds " + samples
                + ", and this needs images: choose a data set of images, such as mnist");
    }

    private Images readImages() {
        Images.Builder images = new Images.Builder(shape(), size());
        for (int i = 0; i < size(); i++) {
            images.add(Images.fromUnitRange(shape(), scaled(new int[] {i})));
        }
        return images.build();
    }

    /**
     * The points of the plane that the samples are; where they are read when they are needed, all of them are read now.
     *
     * @throws ActionableException if the samples are images
     */
    public Points points() {
        if (samples instanceof Points points) {
            return points;
        }
        if (!shape().equals(Points.SHAPE)) {
            throw new ActionableException("The data set " + name + " holds " + samples
                    + ", and this needs points of the plane: choose a data set of points, such as ring");
        }
        return Points.owning(scaled(IntStream.range(0, size()).toArray()));
    }

    /**
     * The images that have one of these labels, in their old order, under the old name.
     *
     * @throws ActionableException if there are no labels, or one of the selected ones does not occur
     */
    public Dataset withLabels(Set<Integer> selected) {
        int[] all = labels();
        Set<Integer> known = classHistogram().keySet();
        if (selected.isEmpty()) {
            throw new ActionableException("No label was chosen from the data set " + name + "; choose from " + known);
        }
        for (int label : new TreeSet<>(selected)) {
            if (!known.contains(label)) {
                throw new ActionableException(
                        "The data set " + name + " has no label " + label + "; choose from " + known);
            }
        }
        int[] chosen = IntStream.range(0, size())
                .filter(i -> selected.contains(all[i]))
                .toArray();
        return select(chosen);
    }

    /** The samples with these indices, in this order, with their labels; an index may come twice. */
    public Dataset select(int[] indices) {
        int[] all = labels;
        return new Dataset(
                name,
                samples.select(indices),
                all == null ? null : IntStream.of(indices).map(i -> all[i]).toArray());
    }

    /**
     * How many images each label has.
     *
     * @throws ActionableException if there are no labels
     */
    public SortedMap<Integer, Integer> classHistogram() {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (int label : labels()) {
            counts.merge(label, 1, Integer::sum);
        }
        return Collections.unmodifiableSortedMap(counts);
    }

    /** SHA-256 of all pixels {@code [n, channels, height, width]} or coordinates {@code [n, 2]}, then all labels as 32-bit big-endian numbers; in hexadecimal. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = digest();
            sha256 = known;
        }
        return known;
    }

    /**
     * The samples with these indices as the critic sees them: pixels p as (p - 127.5) / 127.5 in [-1, 1], coordinates as they are.
     *
     * @return {@code [indices.length, channels, height, width]}, width fastest
     * @throws ActionableException if a sample that was read has a value that is not finite, or a pixel outside [-1, 1]
     */
    public float[] scaled(int[] indices) {
        float[] values = new float[shape().size(indices.length)];
        samples.copyScaled(indices, values);
        if (!(samples instanceof Images)) {
            check(indices, values);
        }
        return values;
    }

    /** Refuses values that a reader must not give: a NaN looks like divergence, and pixels of 0 to 255 prevent training. */
    private void check(int[] indices, float[] values) {
        float bound = shape().equals(Points.SHAPE) ? Float.MAX_VALUE : 1;
        for (int k = 0; k < values.length; k++) {
            if (!(Math.abs(values[k]) <= bound)) {
                throw new ActionableException("Sample " + indices[k / shape().size()] + " of the data set " + name
                        + " has the value " + values[k] + ", but "
                        + (bound == 1
                                ? "pixels are scaled to [-1, 1]: give p / 127.5 - 1 for p from 0 to 255"
                                : "coordinates are finite numbers: leave that sample out"));
            }
        }
    }

    /** Name, count and shape: {@code mnist: 60000 images of 1x28x28}. */
    @Override
    public String toString() {
        return name + ": " + samples;
    }

    private int[] labels() {
        if (labels == null) {
            throw new ActionableException(
                    "The data set " + name
                            + " has no labels, so none can be chosen or counted; give a file of labels or use all of its images");
        }
        return labels;
    }

    private String digest() {
        MessageDigest digest = Sha256.begin();
        samples.addTo(digest);
        if (labels != null) {
            ByteBuffer bytes = ByteBuffer.allocate(ArraySize.of("labels", Integer.BYTES, labels.length));
            bytes.asIntBuffer().put(labels);
            digest.update(bytes);
        }
        return Sha256.hex(digest);
    }
}
