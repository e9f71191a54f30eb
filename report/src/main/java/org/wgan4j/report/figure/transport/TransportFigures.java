package org.wgan4j.report.figure.transport;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.wgan4j.report.figure.Animation;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Area;
import org.wgan4j.report.figure.plot.Bars;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;

/**
 * The figures of an optimal transport between two histograms on the line: histograms, plan, potentials, the source of each mass, and the
 * displacement as an animation.
 *
 * <pre>{@code
 * Histogram source = Histogram.of(0.5, 0.5, 0);
 * Histogram target = Histogram.of(0, 0.5, 0.5);
 * Solution solution = OptimalTransport.between(source, target).cost(Cost.EUCLIDEAN).solve();
 * new TransportFigures(HistogramTransport.of(source, target, solution)).write(Path.of("figures"));
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class TransportFigures {
    private static final int WIDTH = 900;
    private static final int FRAMES = 48;
    /** Frames before the mass moves. */
    private static final int FRAMES_BEFORE = 15;

    private static final Duration FRAME = Duration.ofMillis(50);
    private static final Duration STILL = Duration.ofMillis(1500);
    private static final int MOST_BARS = 100;
    private static final double AIR = 1.08;
    private static final String BIN = "bin (its position on the line)";
    private static final String MASS = "mass";

    private final HistogramTransport move;
    private final List<MovedMass> entries;

    /** The figures of a transport. */
    public TransportFigures(HistogramTransport move) {
        this.move = move;
        this.entries = MovedMass.of(move.plan());
    }

    /**
     * Writes or replaces every figure in a folder, as PNG and SVG, and the animation as GIF.
     *
     * @return the files
     * @throws org.wgan4j.gan.ActionableException if this machine has no font or the disk refuses
     */
    public List<Path> write(Path folder) {
        List<Path> files = new ArrayList<>();
        files.addAll(histograms().write(folder, "histograms"));
        files.addAll(plan().write(folder, "plan"));
        files.addAll(potentials().write(folder, "potentials"));
        files.addAll(movedMass().write(folder, "earth-moved"));
        Path animation = folder.resolve("move.gif");
        new Animation(FRAME, STILL).write(animation, this::frames);
        files.add(animation);
        return files;
    }

    /** Both histograms, bin by bin. */
    public VectorDrawing histograms() {
        List<Mark> both = List.of(
                histogram(
                        "source: what is moved",
                        SeriesColor.BLUE.color(),
                        move.source().masses(),
                        -0.42,
                        0),
                histogram(
                        "target: what it becomes",
                        SeriesColor.VERMILION.color(),
                        move.target().masses(),
                        0,
                        0.42));
        return page("Two histograms, " + move.distanceText() + " apart")
                .row(400, new Plot("", bins(), masses(), both))
                .drawing();
    }

    /** Bars, or an area where there are too many for bars to be seen. */
    private Mark histogram(String label, Color color, double[] masses, double from, double to) {
        return move.bins() > MOST_BARS
                ? new Area(label, color, places(masses), masses)
                : new Bars(label, color, masses, from, to);
    }

    /** The plan as a matrix between its two marginals. */
    public VectorDrawing plan() {
        double columns = move.target().size();
        double rows = move.source().size();
        // The matrix has square cells; a wide one needs less height.
        int height = (int) Math.max(330, Math.min(760, 160 + 610 * rows / columns));
        return page("The optimal plan: which mass goes where (on the grey line it stays)")
                .row(height, new PlanHeatmap(move))
                .drawing();
    }

    /** The dual potentials of source and target bins. */
    public VectorDrawing potentials() {
        double[] f = move.potentials().f();
        double[] g = move.potentials().g();
        double low = Math.min(0, Math.min(min(f), min(g)));
        double high = Math.max(0, Math.max(max(f), max(g)));
        double air = high > low ? (high - low) * 0.06 : 1;
        boolean dots = move.bins() <= 60;
        List<Mark> lines = List.of(
                new Line(
                        "f(i), the price of a unit in source bin i",
                        SeriesColor.BLUE.color(),
                        LineStyle.SOLID,
                        dots,
                        places(f),
                        f),
                new Line(
                        "g(j), of one in target bin j",
                        SeriesColor.VERMILION.color(),
                        LineStyle.DASHED,
                        dots,
                        places(g),
                        g));
        String cost =
                "|i − j|" + (move.power() == 1 ? "" : move.power() == 2 ? "²" : "^" + MassText.text(move.power()));
        PlotAxis price = PlotAxis.over("price (cost of a unit of mass)", low - air, high + air);
        return page("The optimal potentials: f(i) + g(j) is never above " + cost)
                .row(400, new Plot("", bins(), price, lines))
                .drawing();
    }

    /** The source, and the target in the colours of the source bins of its mass. */
    public VectorDrawing movedMass() {
        int sources = move.source().size();
        Plot before = new Plot(
                "Source: a colour and a number for each bin",
                bins(),
                masses(),
                List.of(new StackedMasses(MovedMass.whole(move.source()), 0, sources)));
        Plot after = new Plot(
                "Target: the source bin of its mass",
                bins(),
                masses(),
                List.of(new StackedMasses(entries, 1, sources)));
        return page("The mass moved, " + move.distanceText())
                .row(330, before)
                .row(330, after)
                .drawing();
    }

    /** The displaced mass after a share of the way, 0 to 1. */
    public VectorDrawing displaced(double share) {
        List<Mark> marks = List.of(
                new StackedMasses(entries, share, move.source().size()),
                new HistogramOutline("target", move.target().masses()));
        return page("The mass on its way, " + move.distanceText())
                .row(400, new Plot("", bins(), masses(), marks))
                .drawing();
    }

    private Iterator<BufferedImage> frames() {
        return IntStream.range(-FRAMES_BEFORE, FRAMES)
                .mapToObj(frame ->
                        displaced(eased(Math.max(0, frame / (FRAMES - 1.0)))).pixels(1))
                .iterator();
    }

    /** Slow at both ends. */
    private static double eased(double time) {
        return time * time * (3 - 2 * time);
    }

    private static PanelLayout page(String title) {
        return PanelLayout.titled(title, WIDTH);
    }

    private PlotAxis bins() {
        return PlotAxis.bins(BIN, move.bins());
    }

    private PlotAxis masses() {
        return PlotAxis.over(MASS, 0, move.highest() * AIR);
    }

    private static double[] places(double[] values) {
        return IntStream.range(0, values.length).asDoubleStream().toArray();
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
