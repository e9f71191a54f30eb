package org.wgan4j.report.retrieval;

import java.util.Arrays;

/** Pixels in rows: opaque sRGB. */
final class Picture {
    private final int width;
    private final int height;
    private final int[] rgb;

    /** Takes over the pixels {@code 0xRRGGBB}, row by row. */
    Picture(int width, int height, int[] rgb) {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException(rgb.length + " pixels for " + width + " by " + height);
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int rgb(int x, int y) {
        return rgb[y * width + x];
    }

    /** A copy of all pixels, row by row. */
    int[] rgb() {
        return rgb.clone();
    }

    /** The signature of the colours. */
    ColourSignature signature(SignatureSettings settings) {
        return ColourSignature.of(rgb, settings);
    }

    /** Every n-th row and column. */
    Picture everyNth(int n) {
        int columns = (width + n - 1) / n;
        int rows = (height + n - 1) / n;
        int[] chosen = new int[columns * rows];
        Arrays.setAll(chosen, i -> rgb(i % columns * n, i / columns * n));
        return new Picture(columns, rows, chosen);
    }

    /** The picture upright. */
    Picture turned(Orientation orientation) {
        Picture turned = orientation.mirrored() ? mirrored() : this;
        for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
            turned = turned.turnedClockwise();
        }
        return turned;
    }

    private Picture mirrored() {
        int[] pixels = new int[rgb.length];
        Arrays.setAll(pixels, i -> rgb(width - 1 - i % width, i / width));
        return new Picture(width, height, pixels);
    }

    private Picture turnedClockwise() {
        int[] pixels = new int[rgb.length];
        Arrays.setAll(pixels, i -> rgb(i / height, height - 1 - i % height));
        return new Picture(/* width= */ height, /* height= */ width, pixels);
    }

    /** The picture within a square of the given side, each pixel the mean of those it covers; a smaller picture stays as it is. */
    Picture within(int side) {
        double scale = Math.min(1, (double) side / Math.max(width, height));
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        int[] pixels = new int[columns * rows];
        Arrays.setAll(pixels, i -> mean(i % columns, columns, i / columns, rows));
        return new Picture(columns, rows, pixels);
    }

    private int mean(int column, int columns, int row, int rows) {
        int left = (int) ((long) column * width / columns);
        int right = (int) Math.max(left + 1L, (column + 1L) * width / columns);
        int top = (int) ((long) row * height / rows);
        int bottom = (int) Math.max(top + 1L, (row + 1L) * height / rows);
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = rgb(x, y);
                red += (pixel >> 16) & 0xFF;
                green += (pixel >> 8) & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return (int) (((red / count) << 16) | ((green / count) << 8) | (blue / count));
    }
}
