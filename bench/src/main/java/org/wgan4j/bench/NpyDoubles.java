package org.wgan4j.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads arrays of doubles from NumPy's .npy files row by row, so that reading needs no more memory than the array itself.
 *
 * <p>Only what {@code transport_peers.py} writes is understood: version 1.0, little-endian, C order.
 */
final class NpyDoubles implements AutoCloseable {
    private static final int PREAMBLE_BYTES = 10;
    private static final Pattern HEADER =
            Pattern.compile("'descr': '<f8', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");

    private final FileChannel channel;
    private final int[] shape;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    private NpyDoubles(FileChannel channel, int[] shape) {
        this.channel = channel;
        this.shape = shape;
    }

    /** The one axis of an array {@code [n]}. */
    static double[] vector(Path file) throws IOException {
        try (NpyDoubles array = open(file, 1)) {
            return array.row(array.shape[0]);
        }
    }

    /** The rows of an array {@code [n][m]}. */
    static double[][] matrix(Path file) throws IOException {
        try (NpyDoubles array = open(file, 2)) {
            return array.rows(array.shape[0], array.shape[1]);
        }
    }

    /** The matrices of an array {@code [k][n][m]}. */
    static double[][][] matrices(Path file) throws IOException {
        try (NpyDoubles array = open(file, 3)) {
            double[][][] matrices = new double[array.shape[0]][][];
            for (int k = 0; k < matrices.length; k++) {
                matrices[k] = array.rows(array.shape[1], array.shape[2]);
            }
            return matrices;
        }
    }

    private static NpyDoubles open(Path file, int axes) throws IOException {
        FileChannel channel = FileChannel.open(file);
        ByteBuffer preamble = fill(ByteBuffer.allocate(PREAMBLE_BYTES), channel);
        ByteBuffer header = fill(ByteBuffer.allocate(preamble.getShort(PREAMBLE_BYTES - 2)), channel);
        Matcher matcher = HEADER.matcher(StandardCharsets.ISO_8859_1.decode(header));
        String[] lengths = matcher.find() ? matcher.group(1).split(",\\s*") : new String[0];
        if (lengths.length != axes) {
            channel.close();
            throw new IOException(file + " is no little-endian array of doubles with " + axes
                    + " axes; let transport_peers.py write it again");
        }
        int[] shape = new int[axes];
        for (int k = 0; k < axes; k++) {
            shape[k] = Integer.parseInt(lengths[k].strip());
        }
        return new NpyDoubles(channel, shape);
    }

    private double[][] rows(int count, int length) throws IOException {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = row(length);
        }
        return rows;
    }

    private double[] row(int length) throws IOException {
        int size = Math.multiplyExact(length, Double.BYTES);
        if (bytes.capacity() != size) {
            bytes = ByteBuffer.allocate(size);
        }
        double[] row = new double[length];
        fill(bytes.clear(), channel).asDoubleBuffer().get(row);
        return row;
    }

    private static ByteBuffer fill(ByteBuffer buffer, FileChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("the file ends " + buffer.remaining() + " bytes too early");
            }
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
