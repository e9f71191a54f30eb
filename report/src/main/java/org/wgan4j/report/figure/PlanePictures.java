package org.wgan4j.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.data.CriticSurface;
import org.wgan4j.gan.data.Points;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.ColorBar;
import org.wgan4j.report.figure.plot.Heatmap;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;
import org.wgan4j.report.figure.plot.Scatter;

/** Figures of points of the plane and of a critic's scores. Safe for use by several threads. */
public final class PlanePictures {
    private static final int HEIGHT = 546;
    /** The width at which the box of the plot is a square. */
    private static final int PLOT = 549;

    private static final int BAR = 80;
    private static final int MARGINS = 36;

    private PlanePictures() {}

    /** A heat map of the critic's scores with real and generated points on it. */
    public static VectorDrawing of(String title, CriticSurface surface) {
        PlotAxis x = PlotAxis.over("x", -surface.reach(), surface.reach());
        PlotAxis y = PlotAxis.over("y", -surface.reach(), surface.reach());
        PlotAxis scale = scale(surface.scores());
        List<Mark> marks = List.of(
                new Heatmap(x, y, surface.side(), surface.scores(), scale),
                scatter("real point", Color.WHITE, Scatter.Marker.DISC, surface.real()),
                scatter(
                        "generated point" + outside(surface.generated(), surface.reach()),
                        Color.RED,
                        Scatter.Marker.CROSS,
                        surface.generated()));
        Plot plot = new Plot("", x, y, marks);
        return PanelLayout.titled(title, PLOT + BAR + MARGINS)
                .row(HEIGHT, (pen, area) -> {
                    plot.paint(pen, Pen.box(area.getX(), area.getY(), area.getX() + PLOT, area.getMaxY()));
                    new ColorBar(scale)
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

    /** A scatter plot of points in the square from {@code -reach} to {@code reach}. */
    public static VectorDrawing of(String title, String label, Points points, double reach) {
        Color color = SeriesColor.BLUE.color();
        return PanelLayout.titled(title, PLOT + MARGINS)
                .row(
                        HEIGHT,
                        new Plot(
                                "",
                                PlotAxis.over("x", -reach, reach),
                                PlotAxis.over("y", -reach, reach),
                                List.of(scatter(label + outside(points, reach), color, Scatter.Marker.CROSS, points))))
                .drawing();
    }

    private static Scatter scatter(String label, Color color, Scatter.Marker shape, Points points) {
        return new Scatter(label, color, shape, points.count(), points::x, points::y);
    }

    /** The number of points that are not shown, or nothing. */
    private static String outside(Points points, double reach) {
        int outside = 0;
        for (int i = 0; i < points.count(); i++) {
            if (!(Math.abs(points.x(i)) <= reach && Math.abs(points.y(i)) <= reach)) {
                outside++;
            }
        }
        return outside == 0 ? "" : " (" + outside + " of " + points.count() + " outside)";
    }

    private static PlotAxis scale(float[] scores) {
        List<Float> finite = new ArrayList<>();
        for (float score : scores) {
            if (Float.isFinite(score)) {
                finite.add(score);
            }
        }
        double low = finite.stream().mapToDouble(Float::doubleValue).min().orElse(0);
        double high = finite.stream().mapToDouble(Float::doubleValue).max().orElse(1);
        return PlotAxis.over("critic score", low, high);
    }
}
