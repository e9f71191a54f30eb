package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.study.CriticStudy;
import org.wgan4j.gan.study.DensityPair;
import org.wgan4j.gan.study.StudiedCritic;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Area;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;

/**
 * The gradients that a generator gets from a trained discriminator and trained critics as two Gaussians move apart.
 *
 * <p>Source: M. Arjovsky, S. Chintala and L. Bottou, "Wasserstein GAN", 2017, figure 2; the losses of the GAN are those of I. Goodfellow et al.,
 * "Generative adversarial nets", 2014, section 3.
 *
 * @param steps of each training
 * @param shifts distances of the means, ascending; the critics of the middle one are drawn
 */
record VanishingGradient(int steps, List<Double> shifts) implements Figure {
    private static final long SEED = 0;
    private static final int POINTS = 1000;

    VanishingGradient {
        shifts = List.copyOf(shifts);
    }

    static VanishingGradient standard() {
        return new VanishingGradient(600, List.of(0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0));
    }

    /** The gradient at each shift, from the GAN's discriminator under both of its losses and from both critics. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record GeneratorGradients(double[] saturating, double[] nonSaturating, double[] clipped, double[] penalised) {}

    @Override
    public String name() {
        return "vanishing-gradient";
    }

    @Override
    public String summary() {
        return "trained discriminator and critics: what a generator learns as two Gaussians part";
    }

    @Override
    public String caption() {
        return "As the Gaussians part, the discriminator is sure of itself and log(1 − D) teaches the generator nothing; −log D still"
                + " does, as strongly as its training happens to set it, and the critics do, at a slope of about 1 under the penalty.";
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public List<Path> write(Path folder) {
        return drawing().write(folder, name());
    }

    VectorDrawing drawing() {
        double shift = shifts.get(shifts.size() / 2);
        LineGrid line = new LineGrid(-4, shift + 4, 241);
        return PanelLayout.titled("Trained critics between two Gaussians, and what a generator learns from them", 1000)
                .row(210, densities(line, shift))
                .row(300, discriminator(line, shift), critics(line, shift))
                .row(400, gradients(measure()))
                .drawing();
    }

    private static Plot densities(LineGrid line, double shift) {
        double[] x = line.points();
        return new Plot(
                "The densities that are told apart here",
                PlotAxis.over("", line.low(), line.high(), 8),
                PlotAxis.over("density", 0, 0.45, 3),
                List.of(
                        new Area("real, N(0, 1)", SeriesColor.BLUE.color(), x, line.values(LineGrid.gaussian(0, 1))),
                        new Area(
                                String.format(Locale.ROOT, "generated, N(%.0f, 1)", shift),
                                SeriesColor.VERMILION.color(),
                                x,
                                line.values(LineGrid.gaussian(shift, 1)))));
    }

    private Plot discriminator(LineGrid line, double shift) {
        double[] probability = Arrays.stream(scores("gan", line, shift))
                .map(logit -> 1 / (1 + Math.exp(-logit)))
                .toArray();
        return new Plot(
                "Discriminator of the GAN, trained",
                PlotAxis.over("x", line.low(), line.high(), 7),
                PlotAxis.over("D(x), probability of real", 0, 1.1, 5),
                List.of(Line.of("", SeriesColor.ORANGE.color(), LineStyle.SOLID, line.points(), probability)));
    }

    private Plot critics(LineGrid line, double shift) {
        double[] penalised = centred(scores("wgan-gp", line, shift));
        double[] clipped = centred(scores("wgan", line, shift));
        double most = Math.max(highest(penalised), highest(clipped)) * 1.1;
        return new Plot(
                "Critics of the Wasserstein games, trained",
                PlotAxis.over("x", line.low(), line.high(), 7),
                PlotAxis.over("f(x), 0 in the middle", -most, most, 6),
                List.of(
                        Line.of(
                                "gradient penalty",
                                SeriesColor.GREEN.color(),
                                LineStyle.SOLID,
                                line.points(),
                                penalised),
                        Line.of("clipping", SeriesColor.PURPLE.color(), LineStyle.DASHED, line.points(), clipped)));
    }

    private double[] scores(String objective, LineGrid line, double shift) {
        double[][] points =
                Arrays.stream(line.points()).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
        try (StudiedCritic critic = train(objective, shift)) {
            return critic.scores(points);
        }
    }

    private StudiedCritic train(String objective, double shift) {
        return new CriticStudy(objective, new DensityPair.ShiftedGaussians(shift), steps, SEED).train();
    }

    /** Trains a discriminator and both critics at each shift. */
    GeneratorGradients measure() {
        List<StudiedCritic.GeneratorGradient> gan = gradientsOf("gan");
        return new GeneratorGradients(
                values(gan, StudiedCritic.GeneratorGradient::saturating),
                values(gan, StudiedCritic.GeneratorGradient::nonSaturating),
                values(gradientsOf("wgan"), StudiedCritic.GeneratorGradient::score),
                values(gradientsOf("wgan-gp"), StudiedCritic.GeneratorGradient::score));
    }

    private List<StudiedCritic.GeneratorGradient> gradientsOf(String objective) {
        return shifts.stream()
                .map(shift -> {
                    try (StudiedCritic critic = train(objective, shift)) {
                        return critic.generatorGradient(POINTS);
                    }
                })
                .toList();
    }

    private static double[] values(
            List<StudiedCritic.GeneratorGradient> gradients, ToDoubleFunction<StudiedCritic.GeneratorGradient> value) {
        return gradients.stream().mapToDouble(value).toArray();
    }

    private Plot gradients(GeneratorGradients gradients) {
        double least = Math.max(
                1e-12, 0.5 * Arrays.stream(gradients.saturating()).min().orElse(1));
        return new Plot(
                "The gradient that moves a generator's Gaussian, by how far it is from the real one",
                PlotAxis.over("distance of the Gaussians (units of x)", 0, shifts.get(shifts.size() - 1), 10),
                PlotAxis.logarithmic("gradient of the loss (log scale)", least, 100),
                List.of(
                        line(
                                "GAN, log(1 − D): vanishes",
                                SeriesColor.VERMILION,
                                LineStyle.DOTTED,
                                gradients.saturating()),
                        line("GAN, −log D", SeriesColor.ORANGE, LineStyle.DASH_DOTTED, gradients.nonSaturating()),
                        line(
                                "WGAN, clipped at " + CriticStudy.CLIP,
                                SeriesColor.PURPLE,
                                LineStyle.DASHED,
                                gradients.clipped()),
                        line("WGAN-GP", SeriesColor.GREEN, LineStyle.SOLID, gradients.penalised())));
    }

    private Line line(String label, SeriesColor tint, LineStyle stroke, double[] values) {
        double[] x = shifts.stream().mapToDouble(Double::doubleValue).toArray();
        return new Line(
                label,
                tint.color(),
                stroke,
                true,
                x,
                Arrays.stream(values).map(Math::log10).toArray());
    }

    private static double[] centred(double[] scores) {
        double middle = scores[scores.length / 2];
        return Arrays.stream(scores).map(score -> score - middle).toArray();
    }

    private static double highest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(1);
    }
}
