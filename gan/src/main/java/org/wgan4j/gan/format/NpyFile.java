package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads and writes NumPy's npy format: a magic number, a version, a header that is a Python dictionary, then the values. Stateless and safe for
 * use by several threads.
 *
 * <p>Supports {@code uint8}, {@code int64}, {@code float32} and {@code float64}, little-endian, in C order; other types are refused by
 * name. {@link NpyNumbers} reads numbers of any type and order.
 */
public final class NpyFile {
    private static final Map<String, Integer> SIZES =
            Map.of("|u1", Byte.BYTES, "<i8", Long.BYTES, "<f4", Float.BYTES, "<f8", Double.BYTES);
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    /** Writes a file of version 1.0, as NumPy itself does. */
    public static void write(Path path, NpyArray array) {
        AtomicFile.write(path, out -> write(out, array));
    }

    /**
     * Reads a file of version 1.0, 2.0 or 3.0.
     *
     * @throws MalformedFileException if it is truncated or damaged, has trailing bytes, or holds another type or order
     */
    public static NpyArray read(Path path) {
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
    public static NpyArray read(InputStream in, String name) {
        return read(NamedInput.of(in, name));
    }

    static void write(OutputStream out, NpyArray array) throws IOException {
        out.write(header(array));
        if (array instanceof NpyArray.UInt8 bytes) {
            out.write(bytes.values());
        } else if (array instanceof NpyArray.Int64 longs) {
            out.write(Floats.toBytes(longs.values()));
        } else if (array instanceof NpyArray.Float32 floats) {
            out.write(Floats.toBytes(floats.values()));
        } else if (array instanceof NpyArray.Float64 doubles) {
            out.write(Floats.toBytes(doubles.values()));
        }
    }

    private static byte[] header(NpyArray array) {
        String text =
                "{'descr': '" + type(array) + "', 'fortran_order': False, 'shape': " + tuple(array.shape()) + ", }";
        int before = NpyHeader.MAGIC.length + 2 + Short.BYTES;
        int length = before + text.length() + 1;
        int padding = Math.floorMod(-length, ALIGNMENT);
        byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(ISO_8859_1);
        return ByteBuffer.allocate(length + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NpyHeader.MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) dictionary.length)
                .put(dictionary)
                .array();
    }

    private static String type(NpyArray array) {
        if (array instanceof NpyArray.UInt8) {
            return "|u1";
        }
        return array instanceof NpyArray.Int64 ? "<i8" : array instanceof NpyArray.Float32 ? "<f4" : "<f8";
    }

    /** A Python tuple: {@code (2, 3)}, and {@code (2,)} for one size. */
    private static String tuple(int[] shape) {
        String sizes = IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length == 1 ? ",)" : ")");
    }

    private static NpyArray read(NamedInput in) {
        NpyHeader header = NpyHeader.read(in);
        Integer size = SIZES.get(header.type());
        if (size == null) {
            throw in.malformed(
                    "values of type " + header.type(), "|u1 (uint8), <i8 (int64), <f4 (float32) or <f8 (float64)");
        }
        if (header.fortranOrder()) {
            throw in.malformed("values in Fortran order", "C order (numpy.ascontiguousarray makes it)");
        }
        String what = "values of type " + header.type() + " and shape " + Arrays.toString(header.shape());
        byte[] bytes = in.exactly(header.byteCount(in, size), what);
        in.end();
        return switch (header.type()) {
            case "|u1" -> new NpyArray.UInt8(header.shape(), bytes);
            case "<i8" -> new NpyArray.Int64(header.shape(), Floats.longsFromBytes(bytes));
            case "<f4" -> new NpyArray.Float32(header.shape(), Floats.fromBytes(bytes));
            default -> new NpyArray.Float64(header.shape(), Floats.doublesFromBytes(bytes));
        };
    }
}
