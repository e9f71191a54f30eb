package org.wgan4j.report.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Annotation;
import org.wgan4j.report.figure.plot.Bars;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;

/**
 * The chart of an audit: the critic's estimate beside exact transport, over the steps for several audits, as bars for one.
 *
 * <p>The estimate is drawn among the distances only where it is of their size; it has a panel of its own as well.
 */
final class AuditChart {
    private static final int WIDTH = 1000;
    private static final double MUCH_LARGER = 2;
    private static final String DISTANCE = "distance (Euclidean, pixels in [−1, 1])";

    private record AuditLine(AuditValue value, String label, String brief, SeriesColor tint, LineStyle stroke) {}

    private static final AuditLine ESTIMATE = new AuditLine(
            AuditValue.CRITIC_ESTIMATE,
            "critic's estimate, as it is",
            "estimate",
            SeriesColor.ORANGE,
            LineStyle.DASHED);

    private static final List<AuditLine> DISTANCES = List.of(
            new AuditLine(
                    AuditValue.EXACT_W1, "exact W₁, real - generated", "exact W₁", SeriesColor.BLUE, LineStyle.SOLID),
            new AuditLine(AuditValue.FLOOR_W1, "floor: W₁, real - real", "floor", SeriesColor.SKY, LineStyle.DOTTED),
            new AuditLine(
                    AuditValue.DEBIASED_W1, "W₁ without floors", "without floors", SeriesColor.GREEN, LineStyle.SOLID),
            new AuditLine(
                    AuditValue.SINKHORN_DIVERGENCE,
                    "Sinkhorn divergence",
                    "Sinkhorn",
                    SeriesColor.PURPLE,
                    LineStyle.DASH_DOTTED),
            new AuditLine(
                    AuditValue.ESTIMATE_OVER_LIPSCHITZ,
                    "critic's estimate / its largest slope",
                    "estimate / slope",
                    SeriesColor.VERMILION,
                    LineStyle.SOLID));

    private static final List<AuditLine> SLOPES = List.of(
            new AuditLine(
                    AuditValue.GRADIENT_NORM_MAX,
                    "largest gradient norm",
                    "largest",
                    SeriesColor.VERMILION,
                    LineStyle.SOLID),
            new AuditLine(
                    AuditValue.GRADIENT_NORM_MEAN, "mean gradient norm", "mean", SeriesColor.BLUE, LineStyle.SOLID),
            new AuditLine(AuditValue.STEEPEST_PAIR, "steepest pair", "pair", SeriesColor.GREEN, LineStyle.DOTTED));

    private final AuditHistory history;
    private final boolean isDistance;

    private AuditChart(AuditHistory history, boolean isDistance) {
        this.history = history;
        this.isDistance = isDistance;
    }

    /**
     * The chart.
     *
     * @param estimatesWasserstein whether the critic estimates a distance; if not, its estimate has its own panel alone
     */
    static VectorDrawing of(AuditHistory history, boolean estimatesWasserstein) {
        AuditChart chart = new AuditChart(history, estimatesWasserstein);
        return history.hasSeveral() ? chart.overSteps() : chart.ofOneStep();
    }

    private VectorDrawing overSteps() {
        return PanelLayout.titled("What the critic says, and what is true of the same images", WIDTH)
                .row(420, lines("Distances between real and generated images", DISTANCE, distances()))
                .row(
                        300,
                        lines(estimateTitle(), estimateUnit(), List.of(ESTIMATE)),
                        lines("Slope of the critic", "score per distance", SLOPES))
                .drawing();
    }

    private Plot lines(String title, String unit, List<AuditLine> all) {
        List<Mark> marks = new ArrayList<>();
        double[] steps = history.steps();
        for (AuditLine line : all) {
            marks.add(new Line(
                    all.size() == 1 ? "" : line.label(),
                    line.tint().color(),
                    line.stroke(),
                    steps.length <= 30,
                    steps,
                    history.values(line.value())));
        }
        return new Plot(
                title, PlotAxis.over("generator step", steps[0], steps[steps.length - 1]), axis(unit, all), marks);
    }

    private VectorDrawing ofOneStep() {
        long step = history.audits().get(0).step();
        Plot slopes = bars("Slope of the critic", "score per distance", SLOPES);
        PanelLayout page = PanelLayout.titled(
                        "What the critic says, and what is true of the same images, at generator step " + step, WIDTH)
                .row(420, bars("Distances between real and generated images", DISTANCE, distances()));
        return (distances().contains(ESTIMATE)
                        ? page.row(300, slopes)
                        : page.row(300, bars(estimateTitle(), estimateUnit(), List.of(ESTIMATE)), slopes))
                .drawing();
    }

    private String estimateTitle() {
        return isDistance ? "The critic's estimate as it is" : "The difference of mean logits, no distance";
    }

    private String estimateUnit() {
        return isDistance ? "E f(x) − E f(G(z))" : "E D(x) − E D(G(z)) (logits)";
    }

    private Plot bars(String title, String unit, List<AuditLine> all) {
        List<Mark> marks = new ArrayList<>();
        List<PlotAxis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            AuditLine line = all.get(i);
            double value = history.values(line.value())[0];
            double[] heights = new double[all.size()];
            heights[i] = value;
            ticks.add(new PlotAxis.Tick(i, line.brief()));
            marks.add(new Bars("", line.tint().color(), heights, -0.3, 0.3));
            marks.add(new Annotation(
                    AuditSentence.number(value), i, Math.max(0, value), 0, -7, TextAlign.MIDDLE, PlotColors.TEXT));
        }
        return new Plot(title, new PlotAxis("", -0.5, all.size() - 0.5, ticks), axis(unit, all), marks);
    }

    private PlotAxis axis(String unit, List<AuditLine> all) {
        double[] range = AuditHistory.range(
                all.stream().map(line -> history.values(line.value())).toArray(double[][]::new));
        double air = 0.1 * (range[1] - range[0]);
        return PlotAxis.over(
                unit, range[0] < 0 ? range[0] - air : 0, range[1] > 0 ? range[1] + air : range[1] - range[0] * 0.1);
    }

    private List<AuditLine> distances() {
        double exact = largest(AuditValue.EXACT_W1);
        if (!isDistance || largest(AuditValue.CRITIC_ESTIMATE) > MUCH_LARGER * exact) {
            return DISTANCES;
        }
        List<AuditLine> all = new ArrayList<>(DISTANCES);
        all.add(ESTIMATE);
        return all;
    }

    private double largest(AuditValue value) {
        return Arrays.stream(history.values(value)).map(Math::abs).max().orElse(0);
    }
}
