package org.wgan4j.report.audit;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.ColorMaps;
import org.wgan4j.report.figure.plot.PanelLayout;

/** A heat map of the mass that a plan moves from each class of generated images to each class of real ones, with row and column sums. */
final class ClassMassHeatmap {
    private static final Font LABEL = Pen.font(14);
    private static final Font CELL = Pen.font(12);
    private static final int HEIGHT = 560;
    private static final double LEFT = 70;
    private static final double TOP = 50;
    private static final Color EMPTY = new Color(0xF7F7F7);

    private final double[][] mass;

    private ClassMassHeatmap(double[][] mass) {
        this.mass = mass;
    }

    /** The map of masses {@code [generated class][real class]}, so wide. */
    static VectorDrawing of(double[][] mass, int width) {
        double kept = 0;
        for (int k = 0; k < mass.length; k++) {
            kept += mass[k][k];
        }
        String title = String.format(
                Locale.ROOT, "Mass by class, in percent: %.0f %% goes to a real image of the same class", 100 * kept);
        return PanelLayout.titled(title, width)
                .row(HEIGHT, new ClassMassHeatmap(mass)::paint)
                .drawing();
    }

    private void paint(Pen pen, Rectangle2D area) {
        int n = mass.length;
        double cell = Math.min((area.getWidth() - LEFT - 90) / (n + 1), (area.getHeight() - TOP - 10) / (n + 1));
        double left = area.getX() + Math.max(LEFT, (area.getWidth() - (n + 1) * cell) / 2);
        double top = area.getY() + TOP;
        double most = Arrays.stream(mass).flatMapToDouble(Arrays::stream).max().orElse(0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                paintCell(pen, left + j * cell, top + i * cell, cell, mass[i][j], most);
            }
            double ofRow = Arrays.stream(mass[i]).sum();
            int column = i;
            double ofColumn =
                    Arrays.stream(mass).mapToDouble(row -> row[column]).sum();
            double middle = (i + 0.5) * cell;
            pen.text(String.valueOf(i), left - 12, top + middle + 5, TextAlign.END, LABEL, PlotColors.TEXT);
            pen.text(String.valueOf(i), left + middle, top - 10, TextAlign.MIDDLE, LABEL, PlotColors.TEXT);
            pen.text(
                    percent(ofRow),
                    left + (n + 0.5) * cell,
                    top + middle + 5,
                    TextAlign.MIDDLE,
                    CELL,
                    PlotColors.FAINT_TEXT);
            pen.text(
                    percent(ofColumn),
                    left + middle,
                    top + (n + 0.5) * cell,
                    TextAlign.MIDDLE,
                    CELL,
                    PlotColors.FAINT_TEXT);
        }
        pen.text("class of the real image", left + n * cell / 2, top - 32, TextAlign.MIDDLE, LABEL, PlotColors.TEXT);
        pen.text("sum", left + (n + 0.5) * cell, top - 10, TextAlign.MIDDLE, CELL, PlotColors.FAINT_TEXT);
        pen.upright(
                "class of the generated image, by the digit classifier",
                left - 46,
                top + n * cell / 2,
                LABEL,
                PlotColors.TEXT);
    }

    private static void paintCell(Pen pen, double x, double y, double cell, double mass, double most) {
        Color color = mass == 0 ? EMPTY : ColorMaps.blues(0.1 + 0.9 * mass / most);
        pen.fillBox(x + 1, y + 1, x + cell - 1, y + cell - 1, color);
        if (mass > 0) {
            pen.text(
                    percent(mass), x + cell / 2, y + cell / 2 + 4, TextAlign.MIDDLE, CELL, ColorMaps.readableOn(color));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
