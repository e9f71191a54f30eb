package org.wgan4j.report.retrieval;

/** A colour space with three coordinates, in which colours are compared by the Euclidean distance. */
public enum ColourSpace {
    /** CIELAB under D65: the distance is the colour difference CIE 1976, of which about 2.3 is just noticeable. */
    LAB("CIELAB") {
        /** Half the width of the range of a and b that is divided into bins; sRGB reaches from -108 to 99. */
        private static final double REACH = 110;

        @Override
        void of(int rgb, double[] colour) {
            Cielab.ofSrgb(rgb, colour);
        }

        @Override
        int rgb(double first, double second, double third) {
            return Cielab.toSrgb(first, second, third);
        }

        @Override
        int step(int axis, double value, int bins) {
            return axis == 0
                    ? within((int) Math.floor(value * bins / 100), bins)
                    // 0 is the middle of a step for even numbers too: noise must not scatter greys over four cells.
                    : within((int) Math.floor(value * bins / (2 * REACH) + 0.5) + bins / 2, bins);
        }
    },

    /** sRGB codes from 0 to 255, as stored in files. */
    RGB("RGB") {
        @Override
        void of(int rgb, double[] colour) {
            colour[0] = rgb >> 16 & 0xFF;
            colour[1] = rgb >> 8 & 0xFF;
            colour[2] = rgb & 0xFF;
        }

        @Override
        int rgb(double first, double second, double third) {
            return (int) Math.round(first) << 16 | (int) Math.round(second) << 8 | (int) Math.round(third);
        }

        @Override
        int step(int axis, double value, int bins) {
            return within((int) Math.floor(value * bins / 256), bins);
        }
    };

    private final String title;

    ColourSpace(String title) {
        this.title = title;
    }

    /** Its usual name. */
    public String title() {
        return title;
    }

    /** Writes the three coordinates of a colour {@code 0xRRGGBB}. */
    abstract void of(int rgb, double[] colour);

    /** The colour {@code 0xRRGGBB} at three coordinates. */
    abstract int rgb(double first, double second, double third);

    /** The bin of a coordinate along an axis, from 0. */
    abstract int step(int axis, double value, int bins);

    /** The cell of a colour among {@code bins}^3, from 0. */
    final int cell(double[] colour, int bins) {
        return (step(0, colour[0], bins) * bins + step(1, colour[1], bins)) * bins + step(2, colour[2], bins);
    }

    private static int within(int step, int bins) {
        return Math.min(bins - 1, Math.max(0, step));
    }
}
