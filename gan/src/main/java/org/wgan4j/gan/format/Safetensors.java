package org.wgan4j.gan.format;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A safetensors file of 32-bit floats: the length of a JSON header (64 bits, little-endian), the header with each tensor's type,
 * shape and offsets, then the values, little-endian.
 *
 * <p>The maps are copied and the tensors are shared; treat them as constant. The reader is strict: every byte of the data belongs to exactly one tensor, names are unique, nothing follows.
 *
 * @param tensors by name
 * @param metadata free text by name
 */
public record Safetensors(SortedMap<String, FloatTensor> tensors, SortedMap<String, String> metadata) {
    /** Keeps sorted copies of the maps (of the maps alone: tensors are shared). */
    public Safetensors {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /** Writes a file; the tensors lie in it in the order of their names. */
    public static void write(Path path, SortedMap<String, FloatTensor> tensors, Map<String, String> metadata) {
        byte[] header = SafetensorsHeader.of(tensors, metadata).toBytes();
        AtomicFile.write(path, out -> {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (FloatTensor tensor : tensors.values()) {
                out.write(Floats.toBytes(tensor.values()));
            }
        });
    }

    /**
     * Reads a file.
     *
     * @throws MalformedFileException if it is truncated or damaged, or holds a type other than F32
     */
    public static Safetensors read(Path path) {
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
    public static Safetensors read(InputStream in, String name) {
        return read(NamedInput.of(in, name));
    }

    private static Safetensors read(NamedInput in) {
        SafetensorsHeader header = SafetensorsHeader.read(in);
        SortedMap<String, FloatTensor> tensors = new TreeMap<>();
        for (SafetensorsHeader.TensorInfo entry : header.entries()) {
            byte[] bytes = in.exactly(entry.end() - entry.begin(), "tensor " + entry.name());
            tensors.put(entry.name(), new FloatTensor(entry.shape(), Floats.fromBytes(bytes)));
        }
        in.end();
        return new Safetensors(tensors, header.metadata());
    }
}
