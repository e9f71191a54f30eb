package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Area;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * The optimal discriminator and the optimal critic between two Gaussians: D = p / (p + q), and a potential of W1.
 *
 * <p>Source: M. Arjovsky, S. Chintala and L. Bottou, "Wasserstein GAN", 2017, figure 2, in the limit of perfect training; D is
 * proposition 1 of I. Goodfellow et al., "Generative adversarial nets", 2014.
 */
final class CriticAndDiscriminator implements Figure {
    static final LineGrid LINE = new LineGrid(-6, 6, 481);
    private static final DoubleUnaryOperator REAL = LineGrid.gaussian(-2.5, 0.6);
    private static final DoubleUnaryOperator GENERATED = LineGrid.gaussian(2.5, 0.6);

    @Override
    public String name() {
        return "critic-vs-divergence";
    }

    @Override
    public String summary() {
        return "the best GAN discriminator saturates between two Gaussians, the best critic is straight";
    }

    @Override
    public String caption() {
        return "Where the generated samples lie, the best discriminator is flat and gives them no direction, while the best"
                + " critic, a potential of W1, has slope 1 everywhere (Arjovsky, Chintala and Bottou 2017, figure 2).";
    }

    @Override
    public List<Path> write(Path folder) {
        return drawing().write(folder, name());
    }

    VectorDrawing drawing() {
        double[] x = LINE.points();
        double[] midpoints = LINE.midpoints();
        double[] critic = critic();
        double[] discriminator = discriminator();
        double highest = Arrays.stream(critic).max().orElse(1);
        Plot densities = new Plot(
                "The densities",
                PlotAxis.over("", LINE.low(), LINE.high(), 12),
                PlotAxis.over("density", 0, 0.75, 3),
                List.of(
                        new Area("real, p", SeriesColor.BLUE.color(), x, LINE.values(REAL)),
                        new Area("generated, q", SeriesColor.VERMILION.color(), x, LINE.values(GENERATED))));
        Plot scores = new Plot(
                "The scores",
                PlotAxis.over("", LINE.low(), LINE.high(), 12),
                PlotAxis.over("score", -highest * 1.05, highest * 1.05, 6),
                List.of(
                        line(
                                "best discriminator, D = p / (p + q)",
                                SeriesColor.ORANGE,
                                LineStyle.DASHED,
                                discriminator),
                        line(
                                "best critic f with |f(x) − f(y)| ≤ |x − y|, 0 in the middle",
                                SeriesColor.GREEN,
                                LineStyle.SOLID,
                                critic)));
        Plot slopes = new Plot(
                "How steep they are: what a generator learns from",
                PlotAxis.over("x", LINE.low(), LINE.high(), 12),
                PlotAxis.over("|slope|", 0, highest(absoluteSlopes(discriminator), 1) * 1.08, 4),
                List.of(
                        Line.of(
                                "of the discriminator",
                                SeriesColor.ORANGE.color(),
                                LineStyle.DASHED,
                                midpoints,
                                absoluteSlopes(discriminator)),
                        Line.of(
                                "of the critic",
                                SeriesColor.GREEN.color(),
                                LineStyle.SOLID,
                                midpoints,
                                absoluteSlopes(critic))));
        return PanelLayout.titled("What a generator learns from: two Gaussians, perfectly told apart", 1000)
                .row(210, densities)
                .row(290, scores)
                .row(280, slopes)
                .drawing();
    }

    private static Line line(String label, SeriesColor tint, LineStyle stroke, double[] values) {
        return Line.of(label, tint.color(), stroke, LINE.points(), values);
    }

    /** p / (p + q), by way of the ratio, so that it holds where both are too small for a double. */
    static double[] discriminator() {
        return LINE.values(x -> 1 / (1 + GENERATED.applyAsDouble(x) / REAL.applyAsDouble(x)));
    }

    /** The potential f of W1 from p to q, in units of x, 0 in the middle: the f of the largest E_p f - E_q f. */
    static double[] critic() {
        Histogram real = LINE.histogram(REAL);
        Histogram generated = LINE.histogram(GENERATED);
        double[] f = OptimalTransport.between(real, generated)
                .cost(Cost.EUCLIDEAN)
                .solve()
                .potentials()
                .f();
        double middle = f[f.length / 2];
        return Arrays.stream(f)
                .map(potential -> (potential - middle) * LINE.step())
                .toArray();
    }

    static double[] absoluteSlopes(double[] values) {
        return Arrays.stream(LINE.slopes(values)).map(Math::abs).toArray();
    }

    private static double highest(double[] values, double least) {
        return Math.max(least, Arrays.stream(values).max().orElse(least));
    }
}
