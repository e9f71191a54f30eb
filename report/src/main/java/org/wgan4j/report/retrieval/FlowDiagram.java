package org.wgan4j.report.retrieval;

import static org.wgan4j.report.retrieval.Palette.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wgan4j.report.html.HtmlBuilder;
import org.wgan4j.transport.Plan;

/**
 * A flow diagram (Sankey diagram) of a transport plan between two colour signatures: on the left the colours of one picture, on the right those
 * of the other, light above dark, and for every entry of the plan a ribbon as wide as its mass.
 */
final class FlowDiagram {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 440;
    private static final int BAR = 26;
    private static final int GAP = 3;

    private final Plan plan;
    private final Palette left;
    private final Palette right;
    private final PlanEntries entries;

    FlowDiagram(ColourSignature from, ColourSignature to, Plan plan, ColourSpace space) {
        this.plan = plan;
        this.left = new Palette(from, space);
        this.right = new Palette(to, space);
        this.entries = new PlanEntries(from, to, plan);
    }

    void draw(HtmlBuilder page, String title) {
        page.open("svg", "class", "flow", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", title);
        double[] leaving = tops(left.order(), true);
        double[] arriving = tops(right.order(), false);
        gradients(page);
        for (int entry = 0; entry < plan.size(); entry++) {
            ribbon(page, entry, leaving[entry], arriving[entry]);
        }
        bar(page, left, plan.sourceMasses(), 0);
        bar(page, right, plan.targetMasses(), WIDTH - BAR);
        page.close();
    }

    /** The top of each ribbon on one side: ribbons of one colour are in the order of the colours on the other side, so that they do not cross. */
    private double[] tops(List<Integer> order, boolean leaving) {
        int[] place = ranks(order);
        int[] opposite = ranks((leaving ? right : left).order());
        List<Integer> sorted = new ArrayList<>();
        for (int entry = 0; entry < plan.size(); entry++) {
            sorted.add(entry);
        }
        sorted.sort(Comparator.<Integer>comparingInt(e -> -place[leaving ? plan.source(e) : plan.target(e)])
                .thenComparingInt(e -> -opposite[leaving ? plan.target(e) : plan.source(e)]));
        double[] tops = new double[plan.size()];
        double top = 0;
        for (int entry : sorted) {
            tops[entry] = top;
            top += height(plan.mass(entry));
        }
        return tops;
    }

    private static int[] ranks(List<Integer> order) {
        int[] ranks = new int[order.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[order.get(i)] = i;
        }
        return ranks;
    }

    private static double height(double mass) {
        return HEIGHT * mass;
    }

    private void gradients(HtmlBuilder page) {
        page.open("defs");
        for (int entry = 0; entry < plan.size(); entry++) {
            page.open(
                    "linearGradient",
                    "id",
                    "g" + entry,
                    "gradientUnits",
                    "userSpaceOnUse",
                    "x1",
                    number(BAR),
                    "x2",
                    number(WIDTH - BAR));
            page.empty("stop", "offset", "0.1", "stop-color", left.css(plan.source(entry)));
            page.empty("stop", "offset", "0.9", "stop-color", right.css(plan.target(entry)));
            page.close();
        }
        page.close();
    }

    private void ribbon(HtmlBuilder page, int entry, double from, double to) {
        double height = height(plan.mass(entry));
        double begin = BAR + GAP;
        double end = WIDTH - BAR - GAP;
        double middle = WIDTH / 2.0;
        String path = "M" + number(begin) + " " + number(from)
                + curve(middle, from, middle, to, end, to)
                + "V" + number(to + height)
                + curve(middle, to + height, middle, from + height, begin, from + height)
                + "Z";
        page.open("path", "d", path, "fill", "url(#g" + entry + ")");
        page.element("title", caption(entry));
        page.close();
    }

    private String caption(int entry) {
        return String.format(
                Locale.ROOT,
                "%.2f %% of the picture: %s to %s, a distance of %.1f",
                100 * plan.mass(entry),
                left.css(plan.source(entry)),
                right.css(plan.target(entry)),
                entries.distance(entry));
    }

    private static String curve(double x1, double y1, double x2, double y2, double x, double y) {
        return "C" + number(x1) + " " + number(y1) + " " + number(x2) + " " + number(y2) + " " + number(x) + " "
                + number(y);
    }

    private static void bar(HtmlBuilder page, Palette palette, double[] masses, int x) {
        double top = 0;
        for (int i = palette.order().size() - 1; i >= 0; i--) {
            int point = palette.order().get(i);
            double height = height(masses[point]);
            page.empty(
                    "rect",
                    "x",
                    number(x),
                    "y",
                    number(top),
                    "width",
                    number(BAR),
                    "height",
                    number(Math.min(HEIGHT - top, height + 0.4)),
                    "fill",
                    palette.css(point));
            top += height;
        }
    }
}
