package org.wgan4j.gan.format;

import static org.wgan4j.gan.format.NamedInput.number;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON header of a safetensors file.
 *
 * @param entries in the order in which their values lie in the file, without gaps
 */
record SafetensorsHeader(List<TensorInfo> entries, SortedMap<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final long LONGEST = 100_000_000;
    private static final int ALIGNMENT = 8;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** One tensor: its values are the bytes from {@code begin} to {@code end}, counted from the end of the header. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record TensorInfo(String name, long[] shape, long begin, long end) {}

    static SafetensorsHeader of(SortedMap<String, FloatTensor> tensors, Map<String, String> metadata) {
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException(
                    "a tensor cannot be named " + METADATA + ", which safetensors keeps for itself");
        }
        List<TensorInfo> entries = new ArrayList<>();
        long begin = 0;
        for (Map.Entry<String, FloatTensor> tensor : tensors.entrySet()) {
            long end = begin + (long) Float.BYTES * tensor.getValue().values().length;
            entries.add(new TensorInfo(tensor.getKey(), tensor.getValue().shape(), begin, end));
            begin = end;
        }
        return new SafetensorsHeader(entries, new TreeMap<>(metadata));
    }

    /** The JSON text, filled with spaces so that the values begin at a multiple of eight bytes. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectPropertyStart(METADATA);
                metadata.forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            for (TensorInfo entry : entries) {
                json.writeObjectPropertyStart(entry.name);
                json.writeStringProperty("dtype", "F32");
                json.writeName("shape");
                json.writeArray(entry.shape, 0, entry.shape.length);
                json.writeName("data_offsets");
                json.writeArray(new long[] {entry.begin, entry.end}, 0, 2);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' ');
        }
        return bytes.toByteArray();
    }

    static SafetensorsHeader read(NamedInput in) {
        long length = ByteBuffer.wrap(in.exactly(Long.BYTES, "header length"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > LONGEST) {
            throw in.malformed(
                    "a header of " + Long.toUnsignedString(length) + " bytes",
                    "a safetensors header of 2 to " + number(LONGEST) + " bytes");
        }
        byte[] bytes = in.exactly(length, "header");
        if (bytes[0] != '{') {
            throw in.malformed("a header that does not begin with {", "a JSON object");
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8(bytes))) {
            return new Reader(in, json).header();
        } catch (JacksonException | CharacterCodingException invalid) {
            throw new MalformedFileException(
                    in.name(),
                    "a header that is not valid JSON (" + firstLine(invalid) + ")",
                    "a safetensors header",
                    invalid);
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String firstLine(Exception invalid) {
        String message = invalid instanceof JacksonException json ? json.getOriginalMessage() : "it is not UTF-8";
        return message.lines().findFirst().orElse("no details");
    }

    /** Parses the header token by token, so that a message names the wrong one. */
    private static final class Reader {
        private final NamedInput in;
        private final JsonParser json;
        private final List<TensorInfo> entries = new ArrayList<>();
        private final SortedMap<String, String> metadata = new TreeMap<>();

        Reader(NamedInput in, JsonParser json) {
            this.in = in;
            this.json = json;
        }

        SafetensorsHeader header() {
            take(JsonToken.START_OBJECT, "the header");
            for (String name = nextName(); name != null; name = nextName()) {
                if (name.equals(METADATA)) {
                    readMetadata();
                } else {
                    entries.add(entry(name));
                }
            }
            if (json.nextToken() != null) {
                throw in.malformed("more after the end of the header's JSON object", "only spaces there");
            }
            entries.sort(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
            checkContiguous();
            return new SafetensorsHeader(entries, metadata);
        }

        private void checkContiguous() {
            long next = 0;
            for (TensorInfo entry : entries) {
                if (entry.begin != next) {
                    throw in.malformed(
                            "tensor " + entry.name + " at offset " + number(entry.begin),
                            "offset " + number(next) + ", where the one before it ends");
                }
                next = entry.end;
            }
        }

        private void readMetadata() {
            take(JsonToken.START_OBJECT, METADATA);
            for (String key = nextName(); key != null; key = nextName()) {
                take(JsonToken.VALUE_STRING, METADATA + " " + key);
                metadata.put(key, json.getString());
            }
        }

        private TensorInfo entry(String name) {
            String where = "tensor " + name;
            boolean typed = false;
            long @Nullable [] shape = null;
            long @Nullable [] offsets = null;
            take(JsonToken.START_OBJECT, where);
            for (String key = nextName(); key != null; key = nextName()) {
                switch (key) {
                    case "dtype" -> {
                        take(JsonToken.VALUE_STRING, where + " dtype");
                        typed = true;
                        if (!json.getString().equals("F32")) {
                            throw in.malformed(where + " of type " + json.getString(), "type F32");
                        }
                    }
                    case "shape" -> shape = sizes(where + " shape");
                    case "data_offsets" -> offsets = sizes(where + " data_offsets");
                    default ->
                        throw in.malformed(where + " with a key " + key, "the keys dtype, shape and data_offsets");
                }
            }
            if (!typed || shape == null || offsets == null || offsets.length != 2) {
                throw in.malformed(where + " without all of its keys", "dtype, shape and two data_offsets");
            }
            return checked(new TensorInfo(name, shape, offsets[0], offsets[1]));
        }

        private TensorInfo checked(TensorInfo entry) {
            long bytes = Float.BYTES;
            for (long size : entry.shape) {
                long high = Math.multiplyHigh(bytes, size);
                bytes *= size;
                if (high != 0 || bytes < 0) {
                    throw in.malformed(
                            "tensor " + entry.name + " of shape " + Arrays.toString(entry.shape),
                            "fewer values than 2^61");
                }
            }
            if (entry.begin > entry.end || bytes != entry.end - entry.begin) {
                throw in.malformed(
                        "tensor " + entry.name + " at offsets " + number(entry.begin) + " to " + number(entry.end),
                        number(bytes) + " bytes for its shape " + Arrays.toString(entry.shape));
            }
            return entry;
        }

        private long[] sizes(String where) {
            take(JsonToken.START_ARRAY, where);
            List<Long> sizes = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || json.getLongValue() < 0) {
                    throw in.malformed(where + " with " + json.getString(), "whole numbers from 0 up");
                }
                sizes.add(json.getLongValue());
            }
            return sizes.stream().mapToLong(Long::longValue).toArray();
        }

        /** The next key of the current object, or null at its end. */
        private @Nullable String nextName() {
            return json.nextToken() == JsonToken.PROPERTY_NAME ? json.currentName() : null;
        }

        private void take(JsonToken expected, String where) {
            JsonToken token = json.nextToken();
            if (token != expected) {
                throw in.malformed(where + " with " + (token == null ? "nothing" : token), expected.toString());
            }
        }
    }
}
