package org.wgan4j.gan.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Builds a message in the wire format of Protocol Buffers, field by field in the order of the calls. Not safe for use by several threads.
 *
 * <p>Zeros and empty texts are written too, which readers take for the default. Source: "Encoding" in the Protocol
 * Buffers documentation.
 */
public final class Protobuf {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;
    private static final int HIGHEST_FIELD = (1 << 29) - 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** An empty message. */
    public Protobuf() {}

    /** A field of type int32, int64, uint32, uint64, bool or enum. */
    public Protobuf varint(int field, long value) {
        tag(field, VARINT);
        rawVarint(value);
        return this;
    }

    /** A field of type fixed32 or sfixed32. */
    public Protobuf fixed32(int field, int value) {
        tag(field, FIXED_32);
        raw(value, Integer.BYTES);
        return this;
    }

    /** A field of type fixed64 or sfixed64. */
    public Protobuf fixed64(int field, long value) {
        tag(field, FIXED_64);
        raw(value, Long.BYTES);
        return this;
    }

    /** A field of type float. */
    public Protobuf float32(int field, float value) {
        return fixed32(field, Float.floatToRawIntBits(value));
    }

    /** A field of type double. */
    public Protobuf float64(int field, double value) {
        return fixed64(field, Double.doubleToRawLongBits(value));
    }

    /** A field of type bytes. */
    public Protobuf bytes(int field, byte[] value) {
        tag(field, LENGTH);
        rawVarint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    /** A field of type string. */
    public Protobuf text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A field that is a message itself. */
    public Protobuf message(int field, Protobuf value) {
        return bytes(field, value.toBytes());
    }

    /** The message so far. */
    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void tag(int field, int wireType) {
        if (field < 1 || field > HIGHEST_FIELD) {
            throw new IllegalArgumentException("field " + field + "; a field number is 1 to " + HIGHEST_FIELD);
        }
        rawVarint((long) field << 3 | wireType);
    }

    /** Seven bits a byte, lowest first; the top bit says that more follow. */
    private void rawVarint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private void raw(long value, int count) {
        for (int i = 0; i < count; i++) {
            bytes.write((int) (value >>> (8 * i)));
        }
    }
}
