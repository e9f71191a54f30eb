package org.wgan4j.gan;

import java.util.Locale;
import java.util.function.IntFunction;

/** Checked lengths of large arrays: products of sizes without overflow, and arrays that fit into memory. Stateless and safe for use by several threads. */
public final class ArraySize {
    /** The longest array that every JVM can make. */
    public static final int MOST = Integer.MAX_VALUE - 8;

    private ArraySize() {}

    /**
     * The product of sizes.
     *
     * @param what they are sizes of, in the plural, for the message
     * @param sizes each at least 0
     * @throws ActionableException if the product is more than {@link #MOST}
     */
    public static int of(String what, long... sizes) {
        long product = 1;
        for (long size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("size " + size + " of " + what + "; it must be at least 0");
            }
            if (size > 0 && product > MOST / size) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "%s of %s values are more than the %d that one array holds: take fewer.",
                        what,
                        words(sizes),
                        MOST));
            }
            product *= size;
        }
        return (int) product;
    }

    private static String words(long... sizes) {
        StringBuilder words = new StringBuilder();
        for (long size : sizes) {
            words.append(words.isEmpty() ? "" : " x ").append(size);
        }
        return words.toString();
    }

    /**
     * Allocates a large array.
     *
     * @param what is in it, in the plural, for the message
     * @param bytes that a value takes
     * @throws ActionableException if there is no memory for it
     */
    public static <T> T make(String what, int length, int bytes, IntFunction<T> constructor) {
        try {
            return constructor.apply(length);
        } catch (OutOfMemoryError full) {
            throw new ActionableException(
                    String.format(
                            Locale.ROOT,
                            "%s take %.0f MB of memory, and Java has %.0f MB in all: take fewer, or give Java more.",
                            what,
                            (double) length * bytes / 1e6,
                            Runtime.getRuntime().maxMemory() / 1e6),
                    full);
        }
    }
}
