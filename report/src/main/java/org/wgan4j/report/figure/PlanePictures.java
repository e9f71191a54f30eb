package org.wgan4j.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.data.CriticSurface;
import org.wgan4j.gan.data.Points;
import org.wgan4j.report.figure.draw.Drawing;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.plot.Axis;
import org.wgan4j.report.figure.plot.ColourBar;
import org.wgan4j.report.figure.plot.Dots;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.Page;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.Surface;

/** Pictures of the plane: clouds of points, and the critic's scores under them. */
public final class PlanePictures {
    private static final int HEIGHT = 546;
    /** As wide as makes the box of the plot a square. */
    private static final int PLOT = 549;

    private static final int BAR = 80;
    private static final int MARGINS = 36;

    private PlanePictures() {}

    /** The critic's scores as colours, with real and generated points on them. */
    public static Drawing of(String title, CriticSurface surface) {
        Axis x = Axis.over("x", -surface.halfWidth(), surface.halfWidth());
        Axis y = Axis.over("y", -surface.halfWidth(), surface.halfWidth());
        Axis scale = scale(surface.scores());
        List<Mark> marks = List.of(
                new Surface(x, y, surface.gridSize(), surface.scores(), scale),
                cloud("real point", Color.WHITE, Dots.Shape.DISC, surface.real()),
                cloud(
                        "generated point" + outside(surface.generated(), surface.halfWidth()),
                        Color.RED,
                        Dots.Shape.CROSS,
                        surface.generated()));
        Plot plot = new Plot("", x, y, marks);
        return Page.titled(title, PLOT + BAR + MARGINS)
                .row(HEIGHT, (pen, area) -> {
                    plot.paint(pen, Pen.box(area.getX(), area.getY(), area.getX() + PLOT, area.getMaxY()));
                    new ColourBar(scale)
                            .paint(
                                    pen,
                                    Pen.box(
                                            area.getX() + PLOT + 4,
                                            area.getY() + 30,
                                            area.getMaxX(),
                                            area.getMaxY() - 50));
                })
                .drawing();
    }

    /** Points on white paper. */
    public static Drawing of(String title, String label, Points points, double reach) {
        Color color = Tint.BLUE.color();
        return Page.titled(title, PLOT + MARGINS)
                .row(
                        HEIGHT,
                        new Plot(
                                "",
                                Axis.over("x", -reach, reach),
                                Axis.over("y", -reach, reach),
                                List.of(cloud(label + outside(points, reach), color, Dots.Shape.CROSS, points))))
                .drawing();
    }

    private static Dots cloud(String label, Color color, Dots.Shape shape, Points points) {
        return new Dots(label, color, shape, points.count(), points::x, points::y);
    }

    /** How many points are not shown, if any. */
    private static String outside(Points points, double reach) {
        int outside = 0;
        for (int i = 0; i < points.count(); i++) {
            if (!(Math.abs(points.x(i)) <= reach && Math.abs(points.y(i)) <= reach)) {
                outside++;
            }
        }
        return outside == 0 ? "" : " (" + outside + " of " + points.count() + " outside)";
    }

    private static Axis scale(float[] scores) {
        List<Float> finite = new ArrayList<>();
        for (float score : scores) {
            if (Float.isFinite(score)) {
                finite.add(score);
            }
        }
        double low = finite.stream().mapToDouble(Float::doubleValue).min().orElse(0);
        double high = finite.stream().mapToDouble(Float::doubleValue).max().orElse(1);
        return Axis.over("critic score", low, high);
    }
}
