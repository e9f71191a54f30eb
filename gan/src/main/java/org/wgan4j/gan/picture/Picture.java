package org.wgan4j.gan.picture;

/**
 * A decoded picture in grey or in colour: levels in sRGB from 0 to {@value #HIGHEST}, and opacities from 0 to the same.
 *
 * <p>A level of a file with 8 bits is 257 times its code, so that 0 and 255 become 0 and 65535. Immutable and safe for use by several threads.
 */
public final class Picture {
    /** The highest level of a channel, and the opacity of an opaque pixel. */
    public static final int HIGHEST = 65535;

    private static final int CODE = 257; // levels a step of 8 bits
    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    private final int width;
    private final int height;
    private final int channels;
    private final char[] levels;
    private final char[] opacities;

    /**
     * Takes over the arrays.
     *
     * @param channels 1 for grey, 3 for red, green and blue
     * @param levels {@code [height][width][channels]}
     * @param opacities {@code [height][width]}, or empty if all pixels are opaque
     */
    Picture(int width, int height, int channels, char[] levels, char[] opacities) {
        long pixels = (long) width * height;
        if (width < 1 || height < 1 || levels.length != channels * pixels) {
            throw new IllegalArgumentException(
                    levels.length + " levels for " + width + " by " + height + " pixels of " + channels + " channels");
        }
        if (opacities.length != 0 && opacities.length != pixels) {
            throw new IllegalArgumentException(opacities.length + " opacities for " + pixels + " pixels");
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.levels = levels;
        this.opacities = opacities;
    }

    /**
     * An opaque picture in colour.
     *
     * @param rgb {@code 0xRRGGBB}, row by row, {@code width} times {@code height}
     */
    public static Picture ofRgb(int width, int height, int... rgb) {
        char[] levels = new char[3 * rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            levels[3 * i] = (char) (CODE * (rgb[i] >> 16 & 0xff));
            levels[3 * i + 1] = (char) (CODE * (rgb[i] >> 8 & 0xff));
            levels[3 * i + 2] = (char) (CODE * (rgb[i] & 0xff));
        }
        return new Picture(width, height, 3, levels, new char[0]);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** A level, 0 to {@value #HIGHEST}; the channels of a grey pixel are equal. */
    public int level(int x, int y, Channel channel) {
        int pixel = y * width + x;
        return levels[channels == 1 ? pixel : channels * pixel + channel.ordinal()];
    }

    /** How opaque a pixel is, 0 to {@value #HIGHEST}. */
    public int opacity(int x, int y) {
        return opacities.length == 0 ? HIGHEST : opacities[y * width + x];
    }

    /** The brightness of a pixel without regard to its opacity, 0 to {@value #HIGHEST}: 0.2126 R + 0.7152 G + 0.0722 B (ITU-R BT.709). */
    public double luma(int x, int y) {
        if (isGrey(y * width + x)) {
            return level(x, y, Channel.RED);
        }
        return RED * level(x, y, Channel.RED) + GREEN * level(x, y, Channel.GREEN) + BLUE * level(x, y, Channel.BLUE);
    }

    /** Whether every pixel is opaque. */
    public boolean isOpaque() {
        for (char opacity : opacities) {
            if (opacity < HIGHEST) {
                return false;
            }
        }
        return true;
    }

    /** Whether every pixel is grey, however the file stored it. */
    public boolean isGrey() {
        for (int pixel = 0; channels > 1 && pixel < width * height; pixel++) {
            if (!isGrey(pixel)) {
                return false;
            }
        }
        return true;
    }

    private boolean isGrey(int pixel) {
        int at = channels * pixel;
        return channels == 1 || (levels[at] == levels[at + 1] && levels[at] == levels[at + 2]);
    }

    /** A pixel in 8 bits a channel, {@code 0xRRGGBB}, without regard to its opacity. */
    public int rgb(int x, int y) {
        return code(level(x, y, Channel.RED)) << 16
                | code(level(x, y, Channel.GREEN)) << 8
                | code(level(x, y, Channel.BLUE));
    }

    /** All pixels in 8 bits a channel, {@code 0xRRGGBB}, row by row, without regard to their opacity. */
    public int[] rgb() {
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = rgb(i % width, i / width);
        }
        return rgb;
    }

    private static int code(int level) {
        return (level + CODE / 2) / CODE;
    }

    /** The picture with a background behind what is not opaque. */
    public Picture over(Background background) {
        if (opacities.length == 0) {
            return this;
        }
        char[] mixed = new char[levels.length];
        for (int i = 0; i < mixed.length; i++) {
            long opacity = opacities[i / channels];
            mixed[i] =
                    (char) ((levels[i] * opacity + background.level() * (HIGHEST - opacity) + HIGHEST / 2) / HIGHEST);
        }
        return new Picture(width, height, channels, mixed, new char[0]);
    }

    /** Every n-th row and column. */
    public Picture everyNth(int n) {
        int columns = (width + n - 1) / n;
        int rows = (height + n - 1) / n;
        return rearranged(columns, rows, (x, y) -> y * n * width + x * n);
    }

    /** The picture upright. */
    Picture turned(Orientation orientation) {
        Picture turned = orientation.mirrored() ? rearranged(width, height, (x, y) -> y * width + width - 1 - x) : this;
        for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
            turned = turned.turnedClockwise();
        }
        return turned;
    }

    private Picture turnedClockwise() {
        return rearranged(/* columns= */ height, /* rows= */ width, (x, y) -> (height - 1 - x) * width + y);
    }

    /** The index of the pixel that moves to a position. */
    private interface Origin {
        int of(int x, int y);
    }

    private Picture rearranged(int columns, int rows, Origin origin) {
        char[] chosen = new char[channels * columns * rows];
        char[] opaque = new char[opacities.length == 0 ? 0 : columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int from = origin.of(x, y);
                int to = y * columns + x;
                System.arraycopy(levels, channels * from, chosen, channels * to, channels);
                if (opaque.length > 0) {
                    opaque[to] = opacities[from];
                }
            }
        }
        return new Picture(columns, rows, channels, chosen, opaque);
    }

    /**
     * The picture within a square of the given side, each pixel the mean of those it covers, without regard to their opacity; a smaller
     * picture stays as it is.
     */
    public Picture within(int side) {
        double scale = Math.min(1, (double) side / Math.max(width, height));
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        char[] means = new char[channels * columns * rows];
        for (int i = 0; i < means.length; i++) {
            int pixel = i / channels;
            means[i] = mean(pixel % columns, columns, pixel / columns, rows, i % channels);
        }
        return new Picture(columns, rows, channels, means, new char[0]);
    }

    private char mean(int column, int columns, int row, int rows, int channel) {
        int left = (int) ((long) column * width / columns);
        int right = (int) Math.max(left + 1L, (column + 1L) * width / columns);
        int top = (int) ((long) row * height / rows);
        int bottom = (int) Math.max(top + 1L, (row + 1L) * height / rows);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += levels[channels * (y * width + x) + channel];
            }
        }
        return (char) (sum / ((long) (right - left) * (bottom - top)));
    }
}
