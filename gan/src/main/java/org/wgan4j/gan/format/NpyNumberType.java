package org.wgan4j.gan.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** NumPy's types of real numbers, with their codes in an npy header. */
enum NpyNumberType {
    BOOL("b1", "bool", (bytes, at) -> bytes.get(at) == 0 ? 0 : 1),
    INT8("i1", "int8", ByteBuffer::get),
    UINT8("u1", "uint8", (bytes, at) -> bytes.get(at) & 0xff),
    INT16("i2", "int16", ByteBuffer::getShort),
    UINT16("u2", "uint16", (bytes, at) -> bytes.getShort(at) & 0xffff),
    INT32("i4", "int32", ByteBuffer::getInt),
    UINT32("u4", "uint32", (bytes, at) -> Integer.toUnsignedLong(bytes.getInt(at))),
    INT64("i8", "int64", ByteBuffer::getLong),
    UINT64("u8", "uint64", (bytes, at) -> unsigned(bytes.getLong(at))),
    FLOAT16("f2", "float16", (bytes, at) -> half(bytes.getShort(at))),
    FLOAT32("f4", "float32", ByteBuffer::getFloat),
    FLOAT64("f8", "float64", ByteBuffer::getDouble);

    private final String code;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method without any state
    private final Reading reading;

    NpyNumberType(String code, String title, Reading reading) {
        this.code = code;
        this.title = title;
        this.reading = reading;
    }

    private interface Reading {
        double at(ByteBuffer bytes, int position);
    }

    /** The type that a header names, such as {@code <f4}. */
    static NpyNumberType of(NamedInput in, String type) {
        for (NpyNumberType known : values()) {
            if (type.length() == 3 && "<>|".indexOf(type.charAt(0)) >= 0 && type.endsWith(known.code)) {
                return known;
            }
        }
        throw in.malformed(
                "values of type " + type,
                Arrays.stream(values()).map(known -> known.title).collect(Collectors.joining(", ")));
    }

    /** The byte order that a header names. */
    static ByteOrder order(String type) {
        return type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Bytes a value. */
    int size() {
        return code.charAt(1) - '0';
    }

    /** The values as doubles, in which every type but the 64-bit whole numbers is exact. */
    double[] doubles(ByteBuffer bytes) {
        double[] values = new double[bytes.remaining() / size()];
        if (this == FLOAT64) {
            bytes.asDoubleBuffer().get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = reading.at(bytes, i * size());
        }
        return values;
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    /** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size = exponent == 0x1f
                ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : exponent == 0 ? fraction * 0x1p-24 : Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        return bits < 0 ? -size : size;
    }
}
