package org.wgan4j.gan.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.wgan4j.gan.ArraySize;

/**
 * Points of the plane, {@code [count, 2]}.
 *
 * <p>Immutable and safe for use by several threads: arrays are copied on their way in and out. Points are equal if all of their coordinates are.
 */
public final class Points implements SampleArray {
    /** The shape of one point: two channels, x and y, of one pixel. */
    public static final ImageShape SHAPE = new ImageShape(2, 1, 1);

    private final float[] coordinates;

    private Points(float[] coordinates) {
        if (coordinates.length % 2 != 0) {
            throw new IllegalArgumentException(
                    coordinates.length + " coordinates; points of the plane need an even number");
        }
        this.coordinates = coordinates;
    }

    /**
     * Points from a copy of their coordinates.
     *
     * @param coordinates {@code [count, 2]}: x and y of the first point, x and y of the second, and so on
     */
    public static Points of(float... coordinates) {
        return new Points(coordinates.clone());
    }

    /** As {@link #of} without the copy: the caller gives up the array. */
    static Points owning(float[] coordinates) {
        return new Points(coordinates);
    }

    @Override
    public ImageShape shape() {
        return SHAPE;
    }

    @Override
    public int count() {
        return coordinates.length / 2;
    }

    /** The x of point i. */
    public float x(int i) {
        return coordinates[2 * Objects.checkIndex(i, count())];
    }

    /** The y of point i. */
    public float y(int i) {
        return coordinates[2 * Objects.checkIndex(i, count()) + 1];
    }

    /** A copy of all coordinates, {@code [count, 2]}. */
    public float[] coordinates() {
        return coordinates.clone();
    }

    /** A copy of all points, each as an array of its x and y, for optimal transport. */
    public double[][] rows() {
        double[][] rows = new double[count()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {x(i), y(i)};
        }
        return rows;
    }

    /** The points from {@code from} (inclusive) to {@code to} (exclusive). */
    public Points slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count());
        return new Points(Arrays.copyOfRange(coordinates, 2 * from, 2 * to));
    }

    @Override
    public Points select(int[] indices) {
        float[] chosen = new float[SHAPE.size(indices.length)];
        for (int i = 0; i < indices.length; i++) {
            copyScaled(indices[i], chosen, 2 * i);
        }
        return new Points(chosen);
    }

    @Override
    public void copyScaled(int i, float[] target, int offset) {
        target[offset] = x(i);
        target[offset + 1] = y(i);
    }

    /** Feeds the coordinates as 32-bit big-endian floating-point numbers. */
    @Override
    public void addTo(MessageDigest digest) {
        ByteBuffer bytes = ByteBuffer.allocate(ArraySize.of("coordinates", Float.BYTES, coordinates.length));
        bytes.asFloatBuffer().put(coordinates);
        digest.update(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points that && Arrays.equals(coordinates, that.coordinates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coordinates);
    }

    /** The count: {@code 100000 points of the plane}. */
    @Override
    public String toString() {
        return count() + " points of the plane";
    }
}
