package org.wgan4j.gan.format;

import static org.wgan4j.gan.format.NamedInput.number;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * An array of unsigned bytes in the IDX format of MNIST: two zero bytes, a type byte (8 = unsigned byte), the
 * number of dimensions, the dimensions as 32-bit big-endian numbers, then the values, last dimension fastest.
 *
 * <p>The arrays are shared, not copied: they may be tens of megabytes. Treat them as constant.
 *
 * @param dimensions one to 255 sizes, each at least 0, outermost first: {@code [60000, 28, 28]}
 * @param bytes as many values as the product of the dimensions
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record IdxFile(int[] dimensions, byte[] bytes) {
    private static final int UNSIGNED_BYTE = 8;
    private static final int MOST_DIMENSIONS = 255;

    /** Checks that the dimensions and the number of values agree. */
    public IdxFile {
        if (dimensions.length < 1 || dimensions.length > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    dimensions.length + " dimensions; an IDX file has 1 to " + MOST_DIMENSIONS);
        }
        long count = 1;
        for (int dimension : dimensions) {
            if (dimension < 0) {
                throw new IllegalArgumentException("dimension " + dimension + "; it must be at least 0");
            }
            count = Math.multiplyExact(count, (long) dimension);
        }
        if (count != bytes.length) {
            throw new IllegalArgumentException(
                    bytes.length + " values for dimensions " + Arrays.toString(dimensions) + ", which hold " + count);
        }
    }

    /**
     * Reads a file, gzip-compressed or not, whatever its name.
     *
     * @throws MalformedFileException if it is truncated, has trailing bytes, or is not an IDX file of unsigned bytes
     */
    public static IdxFile read(Path path) {
        try (NamedInput in = NamedInput.open(path)) {
            return read(in.gunzipped());
        }
    }

    /**
     * As {@link #read(Path)}, from a stream that the caller closes.
     *
     * @param name what messages call it
     */
    @SuppressWarnings("resource") // the stream is the caller's
    public static IdxFile read(InputStream in, String name) {
        return read(NamedInput.of(in, name).gunzipped());
    }

    private static IdxFile read(NamedInput in) {
        byte[] magic = in.exactly(4, "magic number");
        if (magic[0] != 0 || magic[1] != 0) {
            throw in.malformed(
                    String.format(
                            Locale.ROOT, "the magic number %02x%02x%02x%02x", magic[0], magic[1], magic[2], magic[3]),
                    "an IDX file, which begins with 0000 (gzip-compressed or not)");
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw in.malformed("values of type " + typeName(magic[2]), "unsigned bytes (type 08)");
        }
        int count = magic[3] & 0xff;
        if (count == 0) {
            throw in.malformed("no dimensions", "1 to " + MOST_DIMENSIONS + " dimensions");
        }
        int[] dimensions = dimensions(in, count);
        byte[] bytes = in.exactly(product(in, dimensions), "values for dimensions " + Arrays.toString(dimensions));
        in.end();
        return new IdxFile(dimensions, bytes);
    }

    private static int[] dimensions(NamedInput in, int count) {
        ByteBuffer header = ByteBuffer.wrap(in.exactly(4L * count, "header with " + count + " dimensions"));
        int[] dimensions = new int[count];
        for (int i = 0; i < count; i++) {
            dimensions[i] = header.getInt();
            if (dimensions[i] < 0) {
                throw in.malformed(
                        "dimension " + number(Integer.toUnsignedLong(dimensions[i])),
                        "at most " + number(Integer.MAX_VALUE));
            }
        }
        return dimensions;
    }

    private static long product(NamedInput in, int[] dimensions) {
        long product = 1;
        for (int dimension : dimensions) {
            product *= dimension;
            if (product > Integer.MAX_VALUE) {
                throw in.malformed(
                        "dimensions " + Arrays.toString(dimensions),
                        "a product of at most " + number(Integer.MAX_VALUE));
            }
        }
        return product;
    }

    private static String typeName(byte type) {
        return switch (type) {
            case 0x09 -> "signed byte (09)";
            case 0x0b -> "16-bit integer (0b)";
            case 0x0c -> "32-bit integer (0c)";
            case 0x0d -> "32-bit float (0d)";
            case 0x0e -> "64-bit float (0e)";
            default -> String.format(Locale.ROOT, "%02x, which IDX does not know", type);
        };
    }

    /** Writes the file, gzip-compressed if its name ends in {@code .gz}. */
    public void write(Path path) {
        boolean packed = path.toString().endsWith(".gz");
        AtomicFile.write(path, out -> {
            if (packed) {
                GZIPOutputStream gzip = new GZIPOutputStream(out);
                writeTo(gzip);
                gzip.finish();
            } else {
                writeTo(out);
            }
        });
    }

    private void writeTo(OutputStream out) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length);
        header.put((byte) 0).put((byte) 0).put((byte) UNSIGNED_BYTE).put((byte) dimensions.length);
        for (int dimension : dimensions) {
            header.putInt(dimension);
        }
        out.write(header.array());
        out.write(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdxFile that
                && Arrays.equals(dimensions, that.dimensions)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(dimensions) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "IdxFile" + Arrays.toString(dimensions);
    }
}
