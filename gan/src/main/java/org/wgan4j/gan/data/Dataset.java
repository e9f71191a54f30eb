package org.wgan4j.gan.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;

/** A named, immutable set of images of one shape, at least one of them, with or without a label each. */
public final class Dataset {
    private final String name;
    private final Images images;
    private final int @Nullable [] labels;
    private volatile @Nullable String sha256;

    private Dataset(String name, Images images, int @Nullable [] labels) {
        if (images.count() == 0) {
            throw new ActionableException("The data set " + name + " has no images; it needs at least one");
        }
        if (labels != null && labels.length != images.count()) {
            throw new ActionableException("The data set " + name + " has " + images.count() + " images but "
                    + labels.length + " labels; give the labels that belong to these images");
        }
        this.name = name;
        this.images = images;
        this.labels = labels;
    }

    /** Images without labels. */
    public static Dataset of(String name, Images images) {
        return new Dataset(name, images, null);
    }

    /** Images with a label each, in the same order. */
    public static Dataset of(String name, Images images, int[] labels) {
        return new Dataset(name, images, labels.clone());
    }

    /** What it is called in messages and reports. */
    public String name() {
        return name;
    }

    /** How many images there are, at least 1. */
    public int size() {
        return images.count();
    }

    /** The shape that every image has. */
    public ImageShape shape() {
        return images.shape();
    }

    /** Whether every image has a label. */
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

    /** All images. */
    public Images images() {
        return images;
    }

    /**
     * The images that have one of these labels, in their old order, under the old name.
     *
     * @throws ActionableException if there are no labels, or one of the wanted ones does not occur
     */
    public Dataset withLabels(Set<Integer> wanted) {
        int[] all = labels();
        Set<Integer> known = classHistogram().keySet();
        if (wanted.isEmpty()) {
            throw new ActionableException("No label was chosen from the data set " + name + "; choose from " + known);
        }
        for (int label : new TreeSet<>(wanted)) {
            if (!known.contains(label)) {
                throw new ActionableException(
                        "The data set " + name + " has no label " + label + "; choose from " + known);
            }
        }
        int[] chosen =
                IntStream.range(0, size()).filter(i -> wanted.contains(all[i])).toArray();
        return select(chosen);
    }

    /** The images with these indices, in this order, with their labels; an index may come twice. */
    public Dataset select(int[] indices) {
        int[] all = labels;
        return new Dataset(
                name,
                images.select(indices),
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

    /** SHA-256 of all pixels {@code [n, channels, height, width]}, then all labels as 32-bit big-endian numbers; in hexadecimal. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = digest();
            sha256 = known;
        }
        return known;
    }

    /**
     * The images with these indices as values in [-1, 1]: pixel p becomes (p - 127.5) / 127.5.
     *
     * @return {@code [indices.length, channels, height, width]}, width fastest
     */
    public float[] scaled(int[] indices) {
        int size = shape().size();
        float[] values = new float[Math.multiplyExact(indices.length, size)];
        for (int i = 0; i < indices.length; i++) {
            images.copyScaled(indices[i], values, i * size);
        }
        return values;
    }

    /** Name, count and shape: {@code mnist: 60000 images of 1x28x28}. */
    @Override
    public String toString() {
        return name + ": " + images;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            images.addTo(digest);
            if (labels != null) {
                ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * labels.length);
                bytes.asIntBuffer().put(labels);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
