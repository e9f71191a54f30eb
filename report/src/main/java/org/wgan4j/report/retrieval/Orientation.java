package org.wgan4j.report.retrieval;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Node;

/**
 * How a camera was held: what has to be done to the stored picture to see it upright.
 *
 * @param quarterTurns turns by 90 degrees, clockwise, 0 to 3, done after the mirroring
 * @param mirrored whether left and right are exchanged
 */
record Orientation(int quarterTurns, boolean mirrored) {
    static final Orientation UPRIGHT = new Orientation(0, false);

    /** What the metadata of a picture say; upright if they say nothing that can be read. */
    static Orientation of(ImageReader reader) {
        try {
            IIOMetadata metadata = reader.getImageMetadata(0);
            return metadata != null && metadata.isStandardMetadataFormatSupported()
                    ? named(value(metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName)))
                    : UPRIGHT;
        } catch (IOException | RuntimeException damaged) {
            // It matters to thumbnails alone.
            return UPRIGHT;
        }
    }

    /**
     * By the names of Java's standard metadata, in which a rotation is that of the stored picture against the scene, counterclockwise: it is undone
     * by turning clockwise.
     */
    static Orientation named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "fliph" -> new Orientation(0, true);
            case "rotate180" -> new Orientation(2, false);
            case "flipv" -> new Orientation(2, true);
            case "fliphrotate90" -> new Orientation(1, true);
            case "rotate270" -> new Orientation(1, false);
            case "flipvrotate90" -> new Orientation(3, true);
            case "rotate90" -> new Orientation(3, false);
            default -> UPRIGHT;
        };
    }

    private static String value(Node node) {
        if (node.getNodeName().equals("ImageOrientation")) {
            Node value = node.getAttributes().getNamedItem("value");
            return value == null ? "" : value.getNodeValue();
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            String found = value(child);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
