package org.wgan4j.report.retrieval;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.wgan4j.gan.format.MalformedFileException;

/**
 * The binary format of a cache of signatures.
 *
 * <p>Big-endian: the magic number, space, bins and most pixels of the settings, the number of entries; for each its name, size, time
 * and number of points, then cells, counts and coordinates; last the CRC-32 of all before it.
 */
final class CacheFile {
    /** "WGS" and the version, to be raised whenever the same picture would get another signature. */
    private static final int MAGIC = 'W' << 24 | 'G' << 16 | 'S' << 8 | 2;

    /** A cell, a count and three coordinates of four bytes each. */
    private static final int BYTES_A_POINT = 20;

    private final String name;
    private final SignatureSettings settings;

    /**
     * A cache for signatures of some settings.
     *
     * @param name of the cache in error messages
     */
    CacheFile(String name, SignatureSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    void write(OutputStream stream, Map<FileStamp, ColourSignature> entries) throws IOException {
        CRC32 sum = new CRC32();
        DataOutputStream out = new DataOutputStream(new CheckedOutputStream(stream, sum));
        out.writeInt(MAGIC);
        out.writeInt(code(settings.space()));
        out.writeInt(settings.bins());
        out.writeInt(settings.mostPixels());
        out.writeInt(entries.size());
        for (Map.Entry<FileStamp, ColourSignature> entry : entries.entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeLong(entry.getKey().size());
            out.writeLong(entry.getKey().modified());
            write(out, entry.getValue());
        }
        out.writeLong(sum.getValue());
    }

    private static void write(DataOutputStream out, ColourSignature signature) throws IOException {
        out.writeInt(signature.size());
        for (int i = 0; i < signature.size(); i++) {
            out.writeInt(signature.cell(i));
            out.writeInt(signature.count(i));
            for (int axis = 0; axis < 3; axis++) {
                out.writeFloat(signature.colour(i, axis));
            }
        }
    }

    /**
     * All entries.
     *
     * @param stream the bytes, best buffered
     * @param bytes how many there are; lengths in the file above this are damage
     * @throws MalformedFileException if they are damaged, or of other settings
     */
    Map<FileStamp, ColourSignature> read(InputStream stream, long bytes) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(stream, new CRC32());
        DataInputStream in = new DataInputStream(checked);
        try {
            expect("the magic number", in.readInt(), MAGIC);
            expect("the colour space", in.readInt(), code(settings.space()));
            expect("the number of bins", in.readInt(), settings.bins());
            expect("the number of pixels", in.readInt(), settings.mostPixels());
            int count = in.readInt();
            Map<FileStamp, ColourSignature> entries = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                FileStamp stamp = new FileStamp(in.readUTF(), in.readLong(), in.readLong());
                entries.put(stamp, signature(in, bytes));
            }
            long sum = checked.getChecksum().getValue();
            expect("the checksum", in.readLong(), sum);
            return entries;
        } catch (EOFException | UTFDataFormatException | IllegalArgumentException damaged) {
            throw new MalformedFileException(
                    name, "damage (" + damaged.getMessage() + ")", "a cache of signatures", damaged);
        }
    }

    private ColourSignature signature(DataInputStream in, long bytes) throws IOException {
        int size = in.readInt();
        if (size < 1 || size > settings.cells() || size > bytes / BYTES_A_POINT) {
            throw new MalformedFileException(name, size + " points", "1 to " + settings.cells());
        }
        int[] cells = new int[size];
        int[] counts = new int[size];
        float[] colours = new float[3 * size];
        for (int i = 0; i < size; i++) {
            cells[i] = in.readInt();
            counts[i] = in.readInt();
            for (int axis = 0; axis < 3; axis++) {
                colours[3 * i + axis] = in.readFloat();
            }
        }
        return new ColourSignature(cells, counts, colours);
    }

    private void expect(String what, long found, long expected) {
        if (found != expected) {
            throw new MalformedFileException(name, found + " for " + what, Long.toString(expected));
        }
    }

    /** A code made of the name, so that it stays the same when spaces are added. */
    private static int code(ColourSpace space) {
        return space.name().hashCode();
    }
}
