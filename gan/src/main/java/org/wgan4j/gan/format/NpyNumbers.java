package org.wgan4j.gan.format;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads npy files of any of NumPy's real types, in either byte order, in C and Fortran order, as numbers. Stateless and safe for use by several
 * threads.
 *
 * <p>A row at a time, so that a matrix may be larger than the longest array of Java; {@code float32} stays in single precision.
 */
public final class NpyNumbers {
    private static final int FIRST_ROWS = 1024;

    private NpyNumbers() {}

    /**
     * Reads a file.
     *
     * @throws MalformedFileException if it is truncated or damaged, has trailing bytes, or holds no real numbers
     */
    public static NumberTable read(Path path) {
        try (NamedInput in = NamedInput.open(path)) {
            return read(in);
        }
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param name what messages call it
     */
    @SuppressWarnings("resource") // the stream is the caller's
    public static NumberTable read(InputStream in, String name) {
        return read(NamedInput.of(in, name));
    }

    private static NumberTable read(NamedInput in) {
        NpyHeader header = NpyHeader.read(in);
        NpyNumberType type = NpyNumberType.of(in, header.type());
        int[] shape = header.shape();
        if (IntStream.of(shape).anyMatch(size -> size == 0)) {
            throw in.malformed("no values (shape " + Arrays.toString(shape) + ")", "at least one value");
        }
        boolean turned = header.fortranOrder() && shape.length > 1;
        FortranOrder fortran = new FortranOrder(shape);
        Rows rows = new Rows(in, type, NpyNumberType.order(header.type()), turned ? fortran.reversed() : shape);
        List<Integer> sizes = IntStream.of(shape).boxed().toList();
        NumberTable table;
        if (type == NpyNumberType.FLOAT32) {
            float[][] values = rows.singles();
            table = new NumberTable.Singles(sizes, turned ? fortran.rows(values) : values);
        } else {
            double[][] values = rows.doubles();
            table = new NumberTable.Doubles(sizes, turned ? fortran.rows(values) : values);
        }
        in.end();
        return table;
    }

    /**
     * Values of which the first index runs fastest: an array of the reversed shape in C order.
     *
     * @param shape sizes, at least two
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record FortranOrder(int[] shape) {
        int[] reversed() {
            int[] reversed = new int[shape.length];
            for (int k = 0; k < reversed.length; k++) {
                reversed[k] = shape[shape.length - 1 - k];
            }
            return reversed;
        }

        /** The rows in C order, of slices {@code stored[last index]}. */
        double[][] rows(double[][] stored) {
            double[][] rows = new double[shape[0]][stored.length * (stored[0].length / shape[0])];
            for (int column = 0; column < rows[0].length; column++) {
                double[] slice = stored[column % stored.length];
                int offset = offset(column);
                for (int row = 0; row < rows.length; row++) {
                    rows[row][column] = slice[offset + row];
                }
            }
            return rows;
        }

        /** As above, in single precision. */
        float[][] rows(float[][] stored) {
            float[][] rows = new float[shape[0]][stored.length * (stored[0].length / shape[0])];
            for (int column = 0; column < rows[0].length; column++) {
                float[] slice = stored[column % stored.length];
                int offset = offset(column);
                for (int row = 0; row < rows.length; row++) {
                    rows[row][column] = slice[offset + row];
                }
            }
            return rows;
        }

        /** The index in its slice of the first row's value of a column: of the indices but the first and the last, the first runs fastest. */
        private int offset(int column) {
            int rest = column / shape[shape.length - 1];
            int[] index = new int[shape.length];
            for (int k = shape.length - 2; k > 0; k--) {
                index[k] = rest % shape[k];
                rest /= shape[k];
            }
            int offset = 0;
            for (int k = shape.length - 2; k > 0; k--) {
                offset = (offset + index[k]) * shape[k - 1];
            }
            return offset;
        }
    }

    /** The rows in the order of the file; memory grows as they arrive, so that a wrong count in a header costs none. */
    private record Rows(NamedInput in, NpyNumberType type, ByteOrder byteOrder, int count, long bytes) {
        Rows(NamedInput in, NpyNumberType type, ByteOrder byteOrder, int[] shape) {
            this(in, type, byteOrder, shape.length < 2 ? 1 : shape[0], rowBytes(in, shape, type.size()));
        }

        private static long rowBytes(NamedInput in, int[] shape, int size) {
            long bytes = size;
            for (int k = shape.length < 2 ? 0 : 1; k < shape.length; k++) {
                bytes *= shape[k];
                if (bytes > Integer.MAX_VALUE) {
                    throw in.malformed("shape " + Arrays.toString(shape), "rows of less than 2 GiB");
                }
            }
            return bytes;
        }

        private ByteBuffer next() {
            return ByteBuffer.wrap(in.exactly(bytes, "values")).order(byteOrder);
        }

        double[][] doubles() {
            double[][] rows = new double[Math.min(count, FIRST_ROWS)][];
            for (int row = 0; row < count; row++) {
                rows = row < rows.length ? rows : Arrays.copyOf(rows, (int) Math.min(count, 2L * row));
                rows[row] = type.doubles(next());
            }
            return rows;
        }

        float[][] singles() {
            float[][] rows = new float[Math.min(count, FIRST_ROWS)][];
            for (int row = 0; row < count; row++) {
                rows = row < rows.length ? rows : Arrays.copyOf(rows, (int) Math.min(count, 2L * row));
                float[] values = new float[(int) (bytes / Float.BYTES)];
                next().asFloatBuffer().get(values);
                rows[row] = values;
            }
            return rows;
        }
    }
}
