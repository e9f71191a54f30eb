package org.wgan4j.report.figure;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;

/**
 * A grid of images, filled row by row, each pixel a square; grey for one channel, RGB for three. Immutable.
 *
 * <p>Dark on light, gaps and margins are white like the background of the images; light on dark, they are dark grey, so that the border of each
 * black image shows.
 *
 * @param rows how many, at least 1
 * @param columns how many, at least 1
 * @param ink {@link Polarity#LIGHT_ON_DARK} shows value p as p, {@link Polarity#DARK_ON_LIGHT} as 255 - p
 * @param title one line above the images, "" for none
 * @param scale side in pixels of the square that shows one pixel, 1 to 64; 0 chooses one that makes the grid about 600 pixels wide
 * @param gap pixels between two images, 0 to 64
 */
public record ImageGrid(int rows, int columns, Polarity ink, String title, int scale, int gap) {
    private static final int DEFAULT_WIDTH = 600;
    private static final int MAXIMUM_SIDE = 16_384;
    private static final int MARGIN = 16;
    private static final int DARK_BACKGROUND = 38;

    /** Checks the numbers. */
    public ImageGrid {
        check("rows", rows, 1, 10_000);
        check("columns", columns, 1, 10_000);
        check("scale", scale, 0, 64);
        check("gap", gap, 0, 64);
    }

    /** A grid with the defaults: light on dark, no title, about 600 pixels wide, four pixels between images. */
    public static ImageGrid of(int rows, int columns) {
        return new ImageGrid(rows, columns, Polarity.LIGHT_ON_DARK, "", 0, 4);
    }

    /** The most square grid that holds so many images. */
    public static ImageGrid holding(int count) {
        check("count", count, 1, 1_000_000);
        int columns = (int) Math.ceil(Math.sqrt(count));
        return of((count + columns - 1) / columns, columns);
    }

    /** One row of so many images without a title: three pixels a pixel, two between the images. */
    public static ImageGrid strip(int count, Polarity polarity) {
        return new ImageGrid(1, Math.max(1, count), polarity, "", 3, 2);
    }

    /** The largest number of images of a shape that one grid can hold. */
    public static int most(ImageShape shape) {
        ImageGrid one = of(1, 1);
        int room = MAXIMUM_SIDE - 2 * MARGIN + one.gap;
        int side = Math.min(room / (shape.width() + one.gap), room / (shape.height() + one.gap));
        return side * side;
    }

    /** The same grid with another polarity. */
    public ImageGrid withInk(Polarity newInk) {
        return new ImageGrid(rows, columns, newInk, title, scale, gap);
    }

    /** The same grid with another title, "" for none. */
    public ImageGrid withTitle(String newTitle) {
        return new ImageGrid(rows, columns, ink, newTitle, scale, gap);
    }

    /** The same grid with another scale, 0 to 64. */
    public ImageGrid withScale(int newScale) {
        return new ImageGrid(rows, columns, ink, title, newScale, gap);
    }

    /** The same grid with another gap, 0 to 64. */
    public ImageGrid withGap(int newGap) {
        return new ImageGrid(rows, columns, ink, title, scale, newGap);
    }

    /**
     * The drawn grid; cells beyond the last image are empty.
     *
     * @throws IllegalArgumentException if there are more images than cells, if they have neither one nor three channels, or if the page
     *     would be larger than 16384 pixels
     */
    public BufferedImage draw(Images images) {
        if (images.count() > (long) rows * columns) {
            throw new IllegalArgumentException(
                    images.count() + " images do not fit into " + rows + " rows of " + columns + "; use more rows");
        }
        BufferedImage page = blankPage(images.shape());
        drawTitle(page);
        for (int i = 0; i < images.count(); i++) {
            drawImage(page.getRaster(), images, i);
        }
        return page;
    }

    /** The position of image {@code index} of this shape, in pixels from the upper left corner. */
    public Rectangle cell(ImageShape shape, int index) {
        int side = scaleFor(shape);
        int width = shape.width() * side;
        int height = shape.height() * side;
        return new Rectangle(
                MARGIN + index % columns * (width + gap),
                MARGIN + titleBand(shape) + index / columns * (height + gap),
                width,
                height);
    }

    private BufferedImage blankPage(ImageShape shape) {
        if (shape.channels() != 1 && shape.channels() != 3) {
            throw new IllegalArgumentException(
                    "a picture has 1 channel (grey) or 3 (red, green, blue), not " + shape.channels());
        }
        long side = scaleFor(shape);
        long width = 2L * MARGIN + columns * (shape.width() * side + gap) - gap;
        long height = 2L * MARGIN + titleBand(shape) + rows * (shape.height() * side + gap) - gap;
        if (width > MAXIMUM_SIDE || height > MAXIMUM_SIDE) {
            throw new IllegalArgumentException("a page of " + width + "x" + height + " pixels is larger than "
                    + MAXIMUM_SIDE + "; use a smaller scale or fewer images");
        }
        BufferedImage page = new BufferedImage(
                (int) width,
                (int) height,
                shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[page.getWidth() * shape.channels()];
        Arrays.fill(row, background());
        for (int y = 0; y < page.getHeight(); y++) {
            page.getRaster().setPixels(0, y, page.getWidth(), 1, row);
        }
        return page;
    }

    private void drawImage(WritableRaster page, Images images, int index) {
        ImageShape shape = images.shape();
        Rectangle cell = cell(shape, index);
        int side = scaleFor(shape);
        int channels = shape.channels();
        int[] row = new int[cell.width * channels];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = shade(images.pixel(index, x % channels, y, x / channels / side));
            }
            for (int repeat = 0; repeat < side; repeat++) {
                page.setPixels(cell.x, cell.y + y * side + repeat, cell.width, 1, row);
            }
        }
    }

    private void drawTitle(BufferedImage page) {
        if (title.isEmpty()) {
            return;
        }
        int room = page.getWidth() - 2 * MARGIN;
        TextMask letters = TextMask.fitting(title, room, titleHeight(page.getWidth()));
        int left = Math.max(MARGIN, (page.getWidth() - letters.width()) / 2);
        int letterColor = ink == Polarity.LIGHT_ON_DARK ? 235 : 30;
        int bands = page.getRaster().getNumBands();
        for (int y = 0; y < letters.height(); y++) {
            for (int x = 0; x < Math.min(letters.width(), room); x++) {
                int covered = letters.coverageAt(x, y);
                int shade = (background() * (255 - covered) + letterColor * covered + 127) / 255;
                for (int band = 0; band < bands; band++) {
                    page.getRaster().setSample(left + x, MARGIN + y, band, shade);
                }
            }
        }
    }

    private int titleBand(ImageShape shape) {
        long width = 2L * MARGIN + (long) columns * shape.width() * scaleFor(shape) + (columns - 1L) * gap;
        return title.isEmpty() ? 0 : titleHeight((int) Math.min(width, MAXIMUM_SIDE)) + MARGIN * 3 / 4;
    }

    /** In proportion to the page, so that titles look alike in a report that scales pages to one width. */
    private static int titleHeight(int pageWidth) {
        return Math.max(12, Math.min(48, pageWidth / 20));
    }

    private int scaleFor(ImageShape shape) {
        return scale > 0 ? scale : Math.max(1, Math.min(16, (int) (DEFAULT_WIDTH / ((long) columns * shape.width()))));
    }

    private int shade(int value) {
        return ink == Polarity.LIGHT_ON_DARK ? value : 255 - value;
    }

    private int background() {
        return ink == Polarity.LIGHT_ON_DARK ? DARK_BACKGROUND : 255;
    }

    private static void check(String name, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(name + " must be " + minimum + " to " + maximum + ", not " + value);
        }
    }
}
