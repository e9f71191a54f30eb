package org.wgan4j.report.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;

/**
 * An endlessly looping GIF animation: the duration of each frame and of the last one. Immutable.
 *
 * <p>Grey frames keep every value exactly (a palette of all 256 greys); frames in colour are quantised to 256 colours each.
 *
 * @param frame duration of a frame, 20 ms to 10 min in steps of 10 ms (browsers slow down anything shorter)
 * @param last duration of the last frame, same range
 */
public record Animation(Duration frame, Duration last) {
    private static final int MINIMUM_MILLIS = 20;
    private static final int MAXIMUM_MILLIS = 600_000;

    /** Checks the two times. */
    public Animation {
        check("frame", frame);
        check("last", last);
    }

    /**
     * Writes or replaces the file as a whole; frames are taken from the iterator one by one, so that they need not be in memory together.
     *
     * @throws ActionableException if there is no frame, if a frame differs from the first in size, or if the disk refuses
     */
    public void write(Path file, Iterable<BufferedImage> frames) {
        AtomicFile.write(file, out -> encode(out, frames));
    }

    /** The bytes of the file; errors as above. */
    public byte[] bytes(Iterable<BufferedImage> frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try {
            encode(bytes, frames);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private void encode(OutputStream target, Iterable<BufferedImage> frames) throws IOException {
        Iterator<BufferedImage> rest = frames.iterator();
        if (!rest.hasNext()) {
            throw new ActionableException("An animation needs at least one frame, found none; make pictures first");
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(target)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            BufferedImage first = rest.next();
            BufferedImage current = first;
            for (int number = 1; ; number++) {
                checkSize(first, current, number);
                writeFrame(writer, current, number == 1, rest.hasNext() ? frame : last);
                if (!rest.hasNext()) {
                    break;
                }
                current = rest.next();
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static void writeFrame(ImageWriter writer, BufferedImage picture, boolean first, Duration stands)
            throws IOException {
        BufferedImage paletted = GreyPalette.ofGrey(picture).orElse(picture);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(paletted), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Long.toString(stands.toMillis() / 10));
        if (first) {
            child(root, "ApplicationExtensions").appendChild(loopForever());
        }
        metadata.setFromTree(format, root);
        writer.writeToSequence(new IIOImage(paletted, null, metadata), null);
    }

    /** The block that Netscape 2.0 introduced: sub-block 1 holds how often to repeat, 0 for ever. */
    private static IIOMetadataNode loopForever() {
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        return extension;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i) instanceof IIOMetadataNode node
                    && node.getNodeName().equals(name)) {
                return node;
            }
        }
        IIOMetadataNode node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
    }

    private static void checkSize(BufferedImage first, BufferedImage frame, int number) {
        if (frame.getWidth() != first.getWidth() || frame.getHeight() != first.getHeight()) {
            throw new ActionableException("Frame " + number + " is " + frame.getWidth() + "x" + frame.getHeight()
                    + " pixels where the first is " + first.getWidth() + "x" + first.getHeight()
                    + "; give all frames of an animation one size");
        }
    }

    private static void check(String name, Duration time) {
        if (time.toMillis() < MINIMUM_MILLIS || time.toMillis() > MAXIMUM_MILLIS) {
            throw new IllegalArgumentException(name + " must be " + MINIMUM_MILLIS + " to " + MAXIMUM_MILLIS
                    + " ms, not " + time.toMillis() + " ms");
        }
    }
}
