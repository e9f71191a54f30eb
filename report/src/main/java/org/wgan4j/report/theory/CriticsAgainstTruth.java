package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.gan.study.CriticStudy;
import org.wgan4j.gan.study.DensityPair;
import org.wgan4j.gan.study.StudiedCritic;
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

/**
 * Trained critics of each objective on pairs of distributions of known W1: their estimates, and those divided by their slope.
 *
 * @param steps of each training
 * @param points of each distribution in an audit
 * @param pairs of distributions; each is labelled by the letter of its kind
 */
record CriticsAgainstTruth(int steps, int points, List<DensityPair> pairs) implements Figure {
    private static final long SEED = 0;
    private static final double LEAST = 0.1;
    private static final double MOST = 100;

    CriticsAgainstTruth {
        pairs = List.copyOf(pairs);
    }

    static CriticsAgainstTruth standard() {
        return new CriticsAgainstTruth(
                1000,
                500,
                List.of(
                        new DensityPair.ParallelSegments(0.25),
                        new DensityPair.Rings(1, 1.4),
                        new DensityPair.ShiftedMixture(0.7),
                        new DensityPair.ParallelSegments(1),
                        new DensityPair.ShiftedGaussians(1.5),
                        new DensityPair.Rings(1, 3),
                        new DensityPair.ShiftedMixture(4),
                        new DensityPair.ShiftedGaussians(8)));
    }

    /** The audit of a critic of one objective on a pair. */
    record CriticMeasurement(DensityPair pair, double estimate, double overLargest, double overMean, double exact) {}

    @Override
    public String name() {
        return "critics-against-truth";
    }

    @Override
    public String summary() {
        return "critics of each game trained on pairs of known W1: what they say, as is and over their slope";
    }

    @Override
    public String caption() {
        return "A critic under the gradient penalty says W1, too much by about W1/20 of it; over its slope that is gone. A clipped"
                + " one says W1 in a unit of its own, a GAN's logits no distance.";
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
        return PanelLayout.titled(
                        "Trained critics against the known W₁ of segments (S), rings (R), mixtures (M) and Gaussians (G)",
                        1200)
                .row(
                        440,
                        plot("GAN: difference of logits", measurements("gan")),
                        plot("WGAN, clipped at " + CriticStudy.CLIP, measurements("wgan")),
                        plot("WGAN-GP", measurements("wgan-gp")))
                .drawing();
    }

    /** Trains a critic of an objective on each pair and audits it. */
    List<CriticMeasurement> measurements(String objective) {
        return pairs.stream().map(pair -> measurement(objective, pair)).toList();
    }

    private CriticMeasurement measurement(String objective, DensityPair pair) {
        try (StudiedCritic critic = new CriticStudy(objective, pair, steps, SEED).train()) {
            AuditReport report = critic.audit(points);
            return new CriticMeasurement(
                    pair,
                    report.value(AuditValue.CRITIC_ESTIMATE),
                    report.value(AuditValue.ESTIMATE_OVER_LIPSCHITZ),
                    report.value(AuditValue.ESTIMATE_OVER_MEAN_NORM),
                    report.value(AuditValue.EXACT_W1));
        }
    }

    private static Plot plot(String title, List<CriticMeasurement> measurements) {
        List<Mark> marks = new ArrayList<>();
        double[] ends = {Math.log10(LEAST), Math.log10(20)};
        marks.add(Line.of("what W₁ is", PlotColors.AXIS, LineStyle.DOTTED, ends, ends));
        addDots(marks, "estimate as it is", SeriesColor.ORANGE, measurements, CriticMeasurement::estimate);
        addDots(marks, "over its largest slope", SeriesColor.VERMILION, measurements, CriticMeasurement::overLargest);
        addDots(marks, "over its mean slope", SeriesColor.BLUE, measurements, CriticMeasurement::overMean);
        for (CriticMeasurement measurement : measurements) {
            marks.add(new Annotation(
                    letter(measurement.pair()),
                    Math.log10(measurement.pair().distance()),
                    Math.log10(LEAST),
                    0,
                    -6,
                    TextAlign.MIDDLE,
                    PlotColors.FAINT_TEXT));
        }
        return new Plot(
                title,
                PlotAxis.logarithmic("known W₁ (log scale)", LEAST, 20),
                PlotAxis.logarithmic("what the critic says (log scale)", LEAST, MOST),
                marks);
    }

    /** A dot for each pair, not joined: the pairs are of several kinds. */
    private static void addDots(
            List<Mark> marks,
            String label,
            SeriesColor tint,
            List<CriticMeasurement> measurements,
            ToDoubleFunction<CriticMeasurement> value) {
        for (CriticMeasurement measurement : measurements) {
            double[] x = {Math.log10(measurement.pair().distance())};
            double[] y = {Math.log10(Math.max(LEAST / 10, value.applyAsDouble(measurement)))};
            boolean first = measurement.equals(measurements.get(0));
            marks.add(new Line(first ? label : "", tint.color(), LineStyle.SOLID, true, x, y));
        }
    }

    /** Segments, rings, mixtures, Gaussians. */
    private static String letter(DensityPair pair) {
        return pair.description().startsWith("8")
                ? "M"
                : pair.description().substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
