package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * NumPy's npy format: a magic number, a version, a header that is a Python dictionary, then the values.
 *
 * <p>Knows {@code uint8}, {@code float32} and {@code float64}, little-endian, in C order; other types are refused by name.
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST_HEADER = 1 << 16;

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
        } else if (array instanceof NpyArray.Float32 floats) {
            out.write(Floats.toBytes(floats.values()));
        } else if (array instanceof NpyArray.Float64 doubles) {
            out.write(Floats.toBytes(doubles.values()));
        }
    }

    private static byte[] header(NpyArray array) {
        String type = array instanceof NpyArray.UInt8 ? "|u1" : array instanceof NpyArray.Float32 ? "<f4" : "<f8";
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + tuple(array.shape()) + ", }";
        int before = MAGIC.length + 2 + Short.BYTES;
        int length = before + text.length() + 1;
        int padding = Math.floorMod(-length, ALIGNMENT);
        byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(ISO_8859_1);
        return ByteBuffer.allocate(length + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) dictionary.length)
                .put(dictionary)
                .array();
    }

    /** A Python tuple: {@code (2, 3)}, and {@code (2,)} for one size. */
    private static String tuple(int[] shape) {
        String sizes = IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length == 1 ? ",)" : ")");
    }

    private static NpyArray read(NamedInput in) {
        NpyHeader header = NpyHeader.parse(in, readHeader(in));
        String what = "values of type " + header.type() + " and shape " + Arrays.toString(header.shape());
        byte[] bytes = in.exactly(header.byteCount(), what);
        in.end();
        return switch (header.type()) {
            case "|u1" -> new NpyArray.UInt8(header.shape(), bytes);
            case "<f4" -> new NpyArray.Float32(header.shape(), Floats.fromBytes(bytes));
            default -> new NpyArray.Float64(header.shape(), Floats.doublesFromBytes(bytes));
        };
    }

    private static String readHeader(NamedInput in) {
        byte[] start = in.exactly(MAGIC.length + 2, "magic number and version");
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw in.malformed("another beginning", "an npy file, which begins with \\x93NUMPY");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
            throw in.malformed(
                    "npy version " + (version & 0xff) + "." + (start[MAGIC.length + 1] & 0xff),
                    "version 1.0, 2.0 or 3.0");
        }
        int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        long length = 0;
        byte[] digits = in.exactly(lengthBytes, "header length");
        for (int i = lengthBytes - 1; i >= 0; i--) {
            length = length << 8 | (digits[i] & 0xff);
        }
        if (length > LONGEST_HEADER) {
            throw in.malformed("a header of " + length + " bytes", "at most " + LONGEST_HEADER);
        }
        return new String(in.exactly(length, "header"), ISO_8859_1);
    }
}
