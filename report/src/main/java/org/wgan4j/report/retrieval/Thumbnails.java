package org.wgan4j.report.retrieval;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.wgan4j.gan.picture.Background;
import org.wgan4j.gan.picture.Picture;
import org.wgan4j.gan.picture.PictureFile;
import org.wgan4j.gan.picture.UnreadablePictureException;
import org.wgan4j.report.html.HtmlBuilder;

/** The thumbnails of a page: each file is embedded once, however often it is shown. */
final class Thumbnails {
    /** Twice the width at which they are shown, for high-density screens. */
    private static final int SIDE = 360;

    private static final float QUALITY = 0.85f;

    /** Pixels that are read of a picture before it is scaled down. */
    private static final int PIXELS_READ = 3_000_000;

    private record Thumbnail(String id, Picture picture) {}

    private final Map<Path, Thumbnail> thumbnails = new LinkedHashMap<>();

    /** Adds a file; one that can no longer be read is shown as grey. */
    void add(Path file) {
        thumbnails.computeIfAbsent(file, ignored -> new Thumbnail("p" + thumbnails.size(), small(file)));
    }

    private static Picture small(Path file) {
        try {
            return PictureFile.read(file, PIXELS_READ).over(Background.WHITE).within(SIDE);
        } catch (UnreadablePictureException gone) {
            return Picture.ofRgb(1, 1, 0x808080);
        }
    }

    /** Writes the definitions of all thumbnails; to be called once, before any is shown. */
    void define(HtmlBuilder page) {
        page.open("svg", "class", "unseen", "width", "0", "height", "0", "aria-hidden", "true");
        page.open("defs");
        thumbnails.values().forEach(thumbnail -> {
            Picture picture = thumbnail.picture();
            page.empty(
                    "image",
                    "id",
                    thumbnail.id(),
                    "width",
                    Integer.toString(picture.width()),
                    "height",
                    Integer.toString(picture.height()),
                    "href",
                    "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(picture)));
        });
        page.close().close();
    }

    /**
     * Shows a thumbnail.
     *
     * @param file that was added
     * @param label for screen readers
     */
    void show(HtmlBuilder page, Path file, String label) {
        Thumbnail thumbnail = thumbnails.get(file);
        if (thumbnail == null) {
            throw new IllegalArgumentException(file + " was not added");
        }
        Picture picture = thumbnail.picture();
        page.open(
                "svg",
                "class",
                "thumbnail",
                "viewBox",
                "0 0 " + picture.width() + " " + picture.height(),
                "role",
                "img",
                "aria-label",
                label);
        page.empty("use", "href", "#" + thumbnail.id());
        page.close();
    }

    private static byte[] jpeg(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.rgb(), 0, picture.width());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
