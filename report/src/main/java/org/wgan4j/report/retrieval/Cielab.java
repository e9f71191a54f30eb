package org.wgan4j.report.retrieval;

/**
 * The conversion between sRGB codes and CIELAB under the white point D65.
 *
 * <p>sRGB after IEC 61966-2-1, with its transfer function inverted; CIELAB after CIE 15:2004, equations 8.3 to 8.11. White is the sum of the
 * primaries, so that greys have a = b = 0.
 */
final class Cielab {
    private static final double[][] XYZ_OF_LINEAR = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };
    private static final double[][] LINEAR_OF_XYZ = {
        {3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560}, {0.0556434, -0.2040259, 1.0572252}
    };
    private static final double[] WHITE = {sum(XYZ_OF_LINEAR[0]), sum(XYZ_OF_LINEAR[1]), sum(XYZ_OF_LINEAR[2])};

    /** Where the cube root begins; below it the function is linear. */
    private static final double KNEE = 6.0 / 29;

    private static final double[] LINEAR = linear();

    private Cielab() {}

    /** Writes L (0 to 100), a and b (within -108 and 99 for sRGB) of a colour {@code 0xRRGGBB}. */
    static void ofSrgb(int rgb, double[] lab) {
        double red = LINEAR[rgb >> 16 & 0xFF];
        double green = LINEAR[rgb >> 8 & 0xFF];
        double blue = LINEAR[rgb & 0xFF];
        double x = compressed(dot(XYZ_OF_LINEAR[0], red, green, blue) / WHITE[0]);
        double y = compressed(dot(XYZ_OF_LINEAR[1], red, green, blue) / WHITE[1]);
        double z = compressed(dot(XYZ_OF_LINEAR[2], red, green, blue) / WHITE[2]);
        lab[0] = 116 * y - 16;
        lab[1] = 500 * (x - y);
        lab[2] = 200 * (y - z);
    }

    /** The nearest code {@code 0xRRGGBB}; values outside the gamut of sRGB are clipped. */
    static int toSrgb(double lightness, double a, double b) {
        double middle = (lightness + 16) / 116;
        double x = WHITE[0] * expanded(middle + a / 500);
        double y = WHITE[1] * expanded(middle);
        double z = WHITE[2] * expanded(middle - b / 200);
        int rgb = 0;
        for (double[] row : LINEAR_OF_XYZ) {
            rgb = rgb << 8 | code(dot(row, x, y, z));
        }
        return rgb;
    }

    private static double compressed(double t) {
        return t > KNEE * KNEE * KNEE ? Math.cbrt(t) : t / (3 * KNEE * KNEE) + 4.0 / 29;
    }

    private static double expanded(double t) {
        return t > KNEE ? t * t * t : 3 * KNEE * KNEE * (t - 4.0 / 29);
    }

    private static int code(double linear) {
        double light = Math.min(1, Math.max(0, linear));
        double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * value);
    }

    private static double[] linear() {
        double[] table = new double[256];
        for (int i = 0; i < table.length; i++) {
            double value = i / 255.0;
            table[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return table;
    }

    private static double dot(double[] row, double x, double y, double z) {
        return row[0] * x + row[1] * y + row[2] * z;
    }

    private static double sum(double[] row) {
        return row[0] + row[1] + row[2];
    }
}
