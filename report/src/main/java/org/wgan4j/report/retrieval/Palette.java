package org.wgan4j.report.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wgan4j.report.html.HtmlBuilder;

/** The colours of a signature from dark to light, as CSS and as a bar. */
final class Palette {
    private final ColourSignature signature;
    private final ColourSpace space;
    private final List<Integer> order;

    Palette(ColourSignature signature, ColourSpace space) {
        this.signature = signature;
        this.space = space;
        order = new ArrayList<>();
        double[] lightness = new double[signature.size()];
        double[] lab = new double[3];
        for (int i = 0; i < signature.size(); i++) {
            Cielab.ofSrgb(rgb(i), lab);
            lightness[i] = lab[0];
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> lightness[i]));
    }

    /** The points, darkest first. */
    List<Integer> order() {
        return order;
    }

    /** The CSS colour of a point, such as {@code #1a2b3c}. */
    String css(int point) {
        return String.format(Locale.ROOT, "#%06x", rgb(point));
    }

    private int rgb(int point) {
        return space.rgb(signature.colour(point, 0), signature.colour(point, 1), signature.colour(point, 2));
    }

    /** A bar of all colours, each as wide as its share of the picture. */
    void draw(HtmlBuilder page) {
        page.open(
                "svg",
                "class",
                "palette",
                "viewBox",
                "0 0 1000 10",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        double from = 0;
        for (int point : order) {
            double width = 1000 * signature.share(point);
            // Half a unit of overlap hides the seams.
            page.empty(
                    "rect",
                    "x",
                    number(from),
                    "width",
                    number(Math.min(1000 - from, width + 0.5)),
                    "height",
                    "10",
                    "fill",
                    css(point));
            from += width;
        }
        page.close();
    }

    /** A coordinate as SVG text with at most two decimals. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
