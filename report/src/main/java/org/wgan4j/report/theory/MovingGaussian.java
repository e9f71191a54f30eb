package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Area;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;
import org.wgan4j.transport.approximate.Gaussian;
import org.wgan4j.transport.approximate.GaussianTransport;
import org.wgan4j.transport.divergence.GaussianDivergence;

/** KL, JS and W2 between N(0, 1) and N(mu, 1) as mu grows. */
final class MovingGaussian implements Figure {
    static final LineGrid MEANS = new LineGrid(0, 35, 141);
    private static final LineGrid LINE = new LineGrid(-5, 40, 451);
    private static final double INVISIBLE = 1e-4;

    @Override
    public String name() {
        return "gaussians";
    }

    @Override
    public String summary() {
        return "N(0,1) against N(mu,1): JS saturates and its slope vanishes, W2 stays straight";
    }

    @Override
    public String caption() {
        return "As N(mu, 1) moves away from N(0, 1), JS soon sticks at ln 2 and its slope vanishes, so that a generator learns"
                + " nothing from it, while W2 grows with slope 1 all the way.";
    }

    @Override
    public List<Path> write(Path folder) {
        return drawing().write(folder, name());
    }

    VectorDrawing drawing() {
        return PanelLayout.titled("A Gaussian that moves away: N(0, 1) against N(μ, 1)", 1000)
                .row(270, densities())
                .row(
                        300,
                        panel("KL divergence", "nats", SeriesColor.VERMILION, kullbackLeibler()),
                        panel("JS divergence", "nats", SeriesColor.ORANGE, jensenShannon()),
                        panel("W₂ distance", "units of x", SeriesColor.BLUE, wasserstein()))
                .row(290, slopes())
                .drawing();
    }

    static double[] kullbackLeibler() {
        return overMeans(GaussianDivergence::kullbackLeibler);
    }

    static double[] jensenShannon() {
        return overMeans(GaussianDivergence::jensenShannon);
    }

    static double[] wasserstein() {
        return overMeans((p, q) -> GaussianTransport.between(p, q).distance());
    }

    private static double[] overMeans(ToDoubleBiFunction<Gaussian, Gaussian> distance) {
        Gaussian still = Gaussian.onLine(0, 1);
        return MEANS.values(mean -> distance.applyAsDouble(still, Gaussian.onLine(mean, 1)));
    }

    private static Plot densities() {
        double[] x = LINE.points();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Area("N(0, 1), stands still", SeriesColor.BLUE.color(), x, LINE.values(LineGrid.gaussian(0, 1))));
        for (int mean : new int[] {5, 15, 25, 35}) {
            String label = mean == 5 ? "N(μ, 1), moves away: here μ = 5, 15, 25, 35" : "";
            marks.add(Line.of(
                    label,
                    SeriesColor.VERMILION.color(),
                    LineStyle.SOLID,
                    x,
                    visible(LINE.values(LineGrid.gaussian(mean, 1)))));
        }
        return new Plot("The densities", PlotAxis.over("x", -5, 40, 9), PlotAxis.over("density", 0, 0.44, 4), marks);
    }

    /** The density with gaps where it would lie on the axis. */
    private static double[] visible(double[] density) {
        return Arrays.stream(density)
                .map(value -> value < INVISIBLE ? Double.NaN : value)
                .toArray();
    }

    private static Plot panel(String title, String unit, SeriesColor tint, double[] values) {
        double highest = values[values.length - 1];
        return new Plot(
                title,
                PlotAxis.over("μ", MEANS.low(), MEANS.high(), 7),
                PlotAxis.over(unit, 0, highest * 1.08, 5),
                List.of(Line.of("", tint.color(), LineStyle.SOLID, MEANS.points(), values)));
    }

    /** The derivative of each divergence with respect to mu. */
    private static Plot slopes() {
        double[] means = MEANS.midpoints();
        return new Plot(
                "Their slopes along μ, which are all that a generator learns from",
                PlotAxis.over("μ", MEANS.low(), MEANS.high(), 7),
                PlotAxis.over("slope (per unit of μ)", 0, 1.2, 4),
                List.of(
                        Line.of(
                                "of KL: grows without end",
                                SeriesColor.VERMILION.color(),
                                LineStyle.DOTTED,
                                means,
                                MEANS.slopes(kullbackLeibler())),
                        Line.of(
                                "of JS: vanishes",
                                SeriesColor.ORANGE.color(),
                                LineStyle.DASHED,
                                means,
                                MEANS.slopes(jensenShannon())),
                        Line.of(
                                "of W₂: 1 everywhere",
                                SeriesColor.BLUE.color(),
                                LineStyle.SOLID,
                                means,
                                MEANS.slopes(wasserstein()))));
    }
}
