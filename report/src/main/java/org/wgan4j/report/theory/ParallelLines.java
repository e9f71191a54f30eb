package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Annotation;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.divergence.HistogramDivergence;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * Two distributions on parallel lines: (0, Z) and (theta, Z), Z uniform on [0, 1].
 *
 * <p>Source: M. Arjovsky, S. Chintala and L. Bottou, "Wasserstein GAN", 2017, example 1 and figure 1.
 */
final class ParallelLines implements Figure {
    private static final int POINTS = 40;
    private static final LineGrid THETAS = new LineGrid(-1, 1, 41);
    private static final double SHOWN = 0.6;

    @Override
    public String name() {
        return "parallel-lines";
    }

    @Override
    public String summary() {
        return "two parallel lines at a distance: W1 is the distance, JS, TV and KL do not know it";
    }

    @Override
    public String caption() {
        return "However near the lines are, JS, TV and KL only say that they do not touch; W1 is their distance, and its slope"
                + " says which way to go (Arjovsky, Chintala and Bottou 2017, example 1).";
    }

    @Override
    public List<Path> write(Path folder) {
        return drawing().write(folder, name());
    }

    VectorDrawing drawing() {
        return PanelLayout.titled("Two parallel lines at a distance θ", 1000)
                .row(430, lines(), distances())
                .drawing();
    }

    /** The distance W1 for each theta. */
    static double[] wasserstein() {
        return THETAS.values(
                theta -> OptimalTransport.between(line(0), line(theta)).solve().distance());
    }

    /** A divergence for each theta, between masses on the points of both lines as cells. */
    static double[] divergence(ToDoubleBiFunction<Measure, Measure> divergence) {
        return THETAS.values(theta -> divergence.applyAsDouble(cells(0, theta), cells(theta, theta)));
    }

    private static Measure line(double theta) {
        double[][] points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            points[i] = new double[] {theta, (i + 0.5) / POINTS};
        }
        return Measure.samples(points);
    }

    /** A line as masses on the cells of both lines; at theta = 0 they are the same cells. */
    private static Measure cells(double position, double theta) {
        double[] masses = new double[theta == 0 ? POINTS : 2 * POINTS];
        int first = position == 0 ? 0 : POINTS;
        Arrays.fill(masses, first, first + POINTS, 1.0 / POINTS);
        return Histogram.of(masses);
    }

    private static Plot lines() {
        List<Mark> marks = new ArrayList<>();
        Measure from = line(0);
        Measure to = line(SHOWN);
        Plan plan = OptimalTransport.between(from, to).solve().plan();
        for (int k = 0; k < plan.size(); k += 4) {
            double[] x = {from.coordinate(plan.source(k), 0), to.coordinate(plan.target(k), 0)};
            double[] y = {from.coordinate(plan.source(k), 1), to.coordinate(plan.target(k), 1)};
            marks.add(Line.of(k == 0 ? "optimal plan" : "", PlotColors.AXIS, LineStyle.DOTTED, x, y));
        }
        double[] z = {0, 1};
        marks.add(Line.of("(0, Z)", SeriesColor.BLUE.color(), LineStyle.SOLID, new double[] {0, 0}, z));
        marks.add(Line.of(
                "(θ, Z), here θ = " + SHOWN,
                SeriesColor.VERMILION.color(),
                LineStyle.SOLID,
                new double[] {SHOWN, SHOWN},
                z));
        return new Plot(
                "The distributions, Z uniform on [0, 1]",
                PlotAxis.over("first coordinate", -0.2, 1),
                PlotAxis.over("second coordinate", 0, 1.1),
                marks);
    }

    private static Plot distances() {
        double[] theta = THETAS.points();
        double[] jensenShannon = divergence(HistogramDivergence::jensenShannon);
        double[] variation = divergence(HistogramDivergence::totalVariation);
        double[] kullbackLeibler = divergence(HistogramDivergence::kullbackLeibler);
        List<Mark> marks = new ArrayList<>();
        marks.add(Line.of("W₁ = |θ|", SeriesColor.BLUE.color(), LineStyle.SOLID, theta, wasserstein()));
        addWithJump(
                marks,
                "JS = ln 2 (nats)",
                new Line("", SeriesColor.ORANGE.color(), LineStyle.DASHED, false, theta, jensenShannon));
        addWithJump(
                marks, "TV = 1", new Line("", SeriesColor.GREEN.color(), LineStyle.DOTTED, false, theta, variation));
        marks.add(new Annotation("at θ = 0 all are 0", 0, 0, 26, -8, TextAlign.START, PlotColors.FAINT_TEXT));
        if (kullbackLeibler[0] == Double.POSITIVE_INFINITY) {
            marks.add(new Annotation(
                    "KL is infinite both ways, wherever θ is not 0",
                    0,
                    1.1,
                    0,
                    0,
                    TextAlign.MIDDLE,
                    SeriesColor.VERMILION.color()));
        }
        return new Plot(
                "How far apart they are",
                PlotAxis.over("θ (distance of the lines)", -1, 1),
                PlotAxis.over("distance or divergence", 0, 1.2),
                marks);
    }

    /** Adds the curve on both sides of 0, and its value at 0 as a point. */
    private static void addWithJump(List<Mark> marks, String label, Line line) {
        double[] split = line.y().clone();
        int middle = split.length / 2;
        double atZero = split[middle];
        split[middle] = Double.NaN;
        marks.add(Line.of(label, line.color(), line.stroke(), line.x(), split));
        marks.add(new Line("", line.color(), line.stroke(), true, new double[] {0}, new double[] {atZero}));
    }
}
