package org.wgan4j.gan.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header of an npy file says.
 *
 * @param type {@code |u1}, {@code <f4} or {@code <f8}
 * @param byteCount bytes that the values take
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyHeader(String type, int[] shape, long byteCount) {
    private static final String EXPECTED = "a header like {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
    private static final Map<String, Integer> TYPES = Map.of("|u1", 1, "<f4", Float.BYTES, "<f8", Double.BYTES);
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

    /** The next piece of a Python dictionary of texts, truth values and tuples of whole numbers. */
    private static final Pattern TOKEN =
            Pattern.compile("\\s*+('[^'\\\\]*+'|\"[^\"\\\\]*+\"|True|False|[0-9]++|[{}():,])");

    static NpyHeader parse(NamedInput in, String text) {
        Map<String, Object> values = new Parser(in, text).dictionary();
        if (!values.keySet().equals(KEYS)
                || !(values.get("descr") instanceof String type)
                || !(values.get("fortran_order") instanceof Boolean fortranOrder)
                || !(values.get("shape") instanceof int[] shape)) {
            throw in.malformed("the header " + text.strip(), EXPECTED);
        }
        Integer size = TYPES.get(type);
        if (size == null) {
            throw in.malformed("values of type " + type, "|u1 (uint8), <f4 (float32) or <f8 (float64)");
        }
        if (fortranOrder) {
            throw in.malformed("values in Fortran order", "C order (numpy.ascontiguousarray makes it)");
        }
        return new NpyHeader(type, shape, byteCount(in, shape, size));
    }

    private static long byteCount(NamedInput in, int[] shape, int size) {
        long count = size;
        for (int length : shape) {
            count *= length;
            if (count > Integer.MAX_VALUE) {
                throw in.malformed("shape " + Arrays.toString(shape), "less than 2 GiB of values");
            }
        }
        return count;
    }

    /** Reads exactly the dictionaries that NumPy writes: no nesting, no escapes. */
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
