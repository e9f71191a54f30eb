package org.wgan4j.gan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an npy file.
 *
 * @param type byte order, kind and size, such as {@code <f4}
 * @param fortranOrder whether the first dimension is the fastest
 * @param shape sizes, each at least 0, outermost first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyHeader(String type, boolean fortranOrder, int[] shape) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final String EXPECTED = "a header like {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

    /** The next piece of a Python dictionary of texts, truth values and tuples of whole numbers. */
    private static final Pattern TOKEN =
            Pattern.compile("\\s*+('[^'\\\\]*+'|\"[^\"\\\\]*+\"|True|False|[0-9]++|[{}():,])");

    /** Reads magic number, version and header, and stops before the values. */
    static NpyHeader read(NamedInput in) {
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
        return parse(in, new String(in.exactly(length, "header"), ISO_8859_1));
    }

    private static NpyHeader parse(NamedInput in, String text) {
        Map<String, Object> values = new Parser(in, text).dictionary();
        if (!values.keySet().equals(KEYS)
                || !(values.get("descr") instanceof String type)
                || !(values.get("fortran_order") instanceof Boolean fortranOrder)
                || !(values.get("shape") instanceof int[] shape)) {
            throw in.malformed("the header " + text.strip(), EXPECTED);
        }
        return new NpyHeader(type, fortranOrder, shape);
    }

    /** The bytes that values of so many bytes each take, if an array can hold them. */
    long byteCount(NamedInput in, int size) {
        long count = size;
        for (int length : shape) {
            count *= length;
            if (count > Integer.MAX_VALUE) {
                throw in.malformed("shape " + Arrays.toString(shape), "less than 2 GiB of values");
            }
        }
        return count;
    }

    /** Parses the dictionaries that NumPy writes: no nesting, no escapes. */
    private static final class Parser {
        private final NamedInput in;
        private final String text;
        private final Matcher matcher;
        private int position;
        private String token = "";

        Parser(NamedInput in, String text) {
            this.in = in;
            this.text = text;
            this.matcher = TOKEN.matcher(text);
        }

        Map<String, Object> dictionary() {
            Map<String, Object> values = new HashMap<>();
            advance();
            expect("{");
            while (!token.equals("}")) {
                String key = string();
                expect(":");
                if (values.put(key, value()) != null) {
                    throw in.malformed("the key " + key + " twice in the header", EXPECTED);
                }
                if (!token.equals("}")) {
                    expect(",");
                }
            }
            if (!text.substring(position).isBlank()) {
                throw in.malformed("more after the end of the header's dictionary", EXPECTED);
            }
            return values;
        }

        private Object value() {
            if (token.equals("True") || token.equals("False")) {
                boolean value = token.equals("True");
                advance();
                return value;
            }
            return token.equals("(") ? tuple() : string();
        }

        private String string() {
            char quote = token.charAt(0);
            if (quote != '\'' && quote != '"') {
                throw unexpected();
            }
            String value = token.substring(1, token.length() - 1);
            advance();
            return value;
        }

        private int[] tuple() {
            List<Integer> sizes = new ArrayList<>();
            expect("(");
            while (!token.equals(")")) {
                sizes.add(size());
                if (!token.equals(")")) {
                    expect(",");
                }
            }
            advance();
            return sizes.stream().mapToInt(Integer::intValue).toArray();
        }

        private int size() {
            try {
                int size = Integer.parseInt(token);
                advance();
                return size;
            } catch (NumberFormatException notAnInt) {
                throw unexpected();
            }
        }

        private void expect(String expected) {
            if (!token.equals(expected)) {
                throw unexpected();
            }
            advance();
        }

        /** Goes to the next token; after the closing brace there need not be one. */
        private void advance() {
            matcher.region(position, text.length());
            if (matcher.lookingAt()) {
                token = matcher.group(1);
                position = matcher.end();
            } else if (token.equals("}")) {
                position = text.length();
            } else {
                throw unexpected();
            }
        }

        private MalformedFileException unexpected() {
            return in.malformed("the header " + text.strip(), EXPECTED);
        }
    }
}
