package org.wgan4j.gan.picture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The EXIF data of a picture file: a segment of a JPEG file, a chunk of a PNG or WebP file, and a TIFF file as it is.
 *
 * <p>Read here and not by ImageIO, whose readers skip them in PNG and WebP and misname them in JPEG and TIFF.
 *
 * @param bytes the beginning of a TIFF file: byte order, 42, where the directory is, the directory of tags
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExifData(byte[] bytes) {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};
    private static final int LONGEST = 1 << 20;
    private static final int ORIENTATION = 0x0112;
    private static final int HEADER_BYTES = 8;
    private static final int TAG_BYTES = 12;
    private static final int JPEG_SCAN = 0xffda;
    private static final int JPEG_END = 0xffd9;
    private static final int JPEG_APP1 = 0xffe1;

    /** The EXIF data of a file; empty where there are none, or the file is of another format or ends early. */
    static Optional<ExifData> in(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            byte[] start = in.readNBytes(HEADER_BYTES);
            String letters = new String(start, StandardCharsets.ISO_8859_1);
            if (Arrays.equals(start, PNG)) {
                return inPng(in);
            }
            if (letters.startsWith("RIFF")) {
                return word(in).equals("WEBP") ? inWebp(in) : Optional.empty();
            }
            if (letters.startsWith("II*\0") || letters.startsWith("MM\0*")) {
                return inTiff(start, in);
            }
            return letters.startsWith("\u00ff\u00d8") ? inJpeg(file) : Optional.empty();
        } catch (EOFException end) {
            return Optional.empty();
        }
    }

    private static Optional<ExifData> inJpeg(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(2);
            int marker = in.readUnsignedShort();
            while (marker > 0xff00 && marker != JPEG_SCAN && marker != JPEG_END) {
                int length = in.readUnsignedShort() - 2;
                if (length < 0) {
                    return Optional.empty();
                }
                byte[] segment = in.readNBytes(length);
                if (marker == JPEG_APP1 && startsWithPrefix(segment)) {
                    return Optional.of(new ExifData(withoutPrefix(segment)));
                }
                marker = in.readUnsignedShort();
                while (marker == 0xffff) { // filling
                    marker = 0xff00 | in.readUnsignedByte();
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<ExifData> inPng(DataInputStream in) throws IOException {
        while (true) {
            int length = in.readInt();
            String type = word(in);
            if (type.equals("IEND") || length < 0) {
                return Optional.empty();
            }
            if (type.equals("eXIf") && length <= LONGEST) {
                return Optional.of(new ExifData(in.readNBytes(length)));
            }
            in.skipNBytes(length + 4L); // the checksum too
        }
    }

    private static Optional<ExifData> inWebp(DataInputStream in) throws IOException {
        while (true) {
            String type = word(in);
            int length = Integer.reverseBytes(in.readInt());
            if (length < 0) {
                return Optional.empty();
            }
            if (type.equals("EXIF") && length <= LONGEST) {
                return Optional.of(new ExifData(withoutPrefix(in.readNBytes(length))));
            }
            in.skipNBytes(length + (length & 1L));
        }
    }

    /** The first directory, moved directly after the header. */
    private static Optional<ExifData> inTiff(byte[] header, DataInputStream in) throws IOException {
        ByteBuffer start = ordered(header);
        long directory = Integer.toUnsignedLong(start.getInt(4));
        if (directory < HEADER_BYTES) {
            return Optional.empty();
        }
        in.skipNBytes(directory - HEADER_BYTES);
        byte[] count = in.readNBytes(2);
        if (count.length < 2) {
            return Optional.empty();
        }
        byte[] tags = in.readNBytes((ByteBuffer.wrap(count).order(start.order()).getShort() & 0xffff) * TAG_BYTES);
        start.putInt(4, HEADER_BYTES);
        return Optional.of(new ExifData(ByteBuffer.allocate(HEADER_BYTES + 2 + tags.length)
                .put(header)
                .put(count)
                .put(tags)
                .array()));
    }

    private static boolean startsWithPrefix(byte[] bytes) {
        return bytes.length > PREFIX.length && Arrays.equals(bytes, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    /** Without the six letters that JPEG puts before, and some programs in WebP. */
    private static byte[] withoutPrefix(byte[] bytes) {
        return startsWithPrefix(bytes) ? Arrays.copyOfRange(bytes, PREFIX.length, bytes.length) : bytes;
    }

    private static String word(DataInputStream in) throws IOException {
        byte[] letters = new byte[4];
        in.readFully(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer ordered(byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        return data.order(bytes.length > 0 && bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** The orientation tag; upright without one, or where the data are damaged. */
    Orientation orientation() {
        try {
            ByteBuffer data = ordered(bytes);
            int directory = data.getInt(4);
            int tags = data.getShort(directory) & 0xffff;
            for (int tag = 0; tag < tags; tag++) {
                int at = directory + 2 + TAG_BYTES * tag;
                if ((data.getShort(at) & 0xffff) == ORIENTATION) {
                    return Orientation.numbered(data.getShort(at + 8));
                }
            }
            return Orientation.UPRIGHT;
        } catch (IndexOutOfBoundsException damaged) {
            return Orientation.UPRIGHT;
        }
    }
}
