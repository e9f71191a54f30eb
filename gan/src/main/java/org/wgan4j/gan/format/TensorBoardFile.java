package org.wgan4j.gan.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.wgan4j.gan.ActionableException;

/**
 * Writes a TensorBoard event file: scalars and pictures by tag and step.
 *
 * <p>TensorBoard reads all event files of a folder one after the other, in the order of their names, as one run. Not safe for use by
 * several threads. Source of the fields: event.proto and summary.proto of TensorBoard; of the records: TFRecord.
 */
public final class TensorBoardFile implements AutoCloseable {
    /** Fields of the message Event. */
    private static final int WALL_TIME = 1;

    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;

    private static final int SESSION_START = 1;
    private static final int CRC_MASK = 0xa282ead8;
    private static final String PREFIX = "events.out.tfevents.";
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "([0-9]{1,10})(?![0-9])");

    private final Path path;
    private final OutputStream out;
    private final InstantSource clock;

    private TensorBoardFile(Path path, OutputStream out, InstantSource clock) {
        this.path = path;
        this.out = out;
        this.clock = clock;
    }

    /** As {@link #open(Path, InstantSource)} with the system's clock. */
    public static TensorBoardFile open(Path folder) {
        return open(folder, InstantSource.system());
    }

    /**
     * Begins a new file in a folder, which is made if it is missing; its name sorts after those of the files begun before, also where the clock
     * was put back.
     *
     * @param clock tells the time that each event is stamped with
     */
    public static TensorBoardFile open(Path folder, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            TensorBoardFile file = create(folder, clock);
            file.write(file.event().text(FILE_VERSION, "brain.Event:2"));
            return file;
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    private static TensorBoardFile create(Path folder, InstantSource clock) throws IOException {
        while (true) {
            long second = Math.max(clock.instant().getEpochSecond(), lastSecond(folder) + 1);
            Path path = folder.resolve(String.format(Locale.ROOT, "%s%010d.wgan4j", PREFIX, second));
            try {
                OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new TensorBoardFile(path, new BufferedOutputStream(out, 1 << 16), clock);
            } catch (FileAlreadyExistsException taken) {
                // Another process began one at the same moment: the next second follows.
            }
        }
    }

    /** The greatest second in the name of an event file, or -1. */
    private static long lastSecond(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::lookingAt)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(-1);
        }
    }

    /** The path of the file. */
    public Path path() {
        return path;
    }

    /** Adds a point to the curve called {@code tag}. */
    public void scalar(long step, String tag, float value) {
        write(summary(step, new Protobuf().text(1, tag).float32(2, value)));
    }

    /**
     * Adds a picture.
     *
     * @param height rows of pixels
     * @param width columns of pixels
     * @param channels 1 grey, 2 grey with alpha, 3 colour, 4 colour with alpha
     * @param png the whole PNG file
     */
    public void image(long step, String tag, int height, int width, int channels, byte[] png) {
        if (height < 1 || width < 1 || channels < 1 || channels > 4) {
            throw new IllegalArgumentException("picture of " + height + " by " + width + " pixels with " + channels
                    + " channels; sizes are at least 1, channels 1 to 4");
        }
        Protobuf image = new Protobuf()
                .varint(1, height)
                .varint(2, width)
                .varint(3, channels)
                .bytes(4, png);
        write(summary(step, new Protobuf().text(1, tag).message(4, image)));
    }

    /**
     * Says that a run goes on at this step: TensorBoard then hides what earlier files of the folder hold of this step and later ones.
     *
     * <p>Written twice, because TensorBoard's server takes the first start of a run for its beginning and hides nothing then.
     */
    public void startSession(long step) {
        for (int i = 0; i < 2; i++) {
            write(event().varint(STEP, step).message(SESSION_LOG, new Protobuf().varint(1, SESSION_START)));
        }
    }

    /** Makes all events so far visible to readers. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    private Protobuf event() {
        Instant now = clock.instant();
        return new Protobuf().float64(WALL_TIME, now.getEpochSecond() + now.getNano() / 1e9);
    }

    private Protobuf summary(long step, Protobuf value) {
        return event().varint(STEP, step).message(SUMMARY, new Protobuf().message(1, value));
    }

    /** One record: length, its checksum, the event, its checksum. */
    private void write(Protobuf event) {
        byte[] data = event.toBytes();
        byte[] length = little(Long.BYTES).putLong(data.length).array();
        try {
            out.write(length);
            out.write(little(Integer.BYTES).putInt(maskedCrc(length)).array());
            out.write(data);
            out.write(little(Integer.BYTES).putInt(maskedCrc(data)).array());
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    /** CRC-32C, rotated right by 15 bits and shifted by a constant, as TFRecord asks for. */
    static int maskedCrc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ActionableException unwritable(Path path, IOException failure) {
        return new ActionableException(
                path + " cannot be written (" + failure + "); check the folder, its permissions and the free space",
                failure);
    }
}
