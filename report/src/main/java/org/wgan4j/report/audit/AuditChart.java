package org.wgan4j.report.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.report.figure.Tint;
import org.wgan4j.report.figure.draw.Align;
import org.wgan4j.report.figure.draw.Drawing;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.plot.Axis;
import org.wgan4j.report.figure.plot.Bars;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.Note;
import org.wgan4j.report.figure.plot.Page;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.Stroke;

/**
 * What a critic says beside what is true, in one chart: over the steps where there are several audits, as bars where there is one.
 *
 * <p>The estimate as it is stands among the distances only where it is of their size; it always has a panel of its own.
 */
final class AuditChart {
    private static final int WIDTH = 1000;
    private static final double MUCH_LARGER = 2;
    private static final String DISTANCE = "distance (Euclidean, pixels in [−1, 1])";

    private record Series(AuditValue value, String label, String brief, Tint tint, Stroke stroke) {}

    private static final Series ESTIMATE = new Series(
            AuditValue.CRITIC_ESTIMATE, "critic's estimate, as it is", "estimate", Tint.ORANGE, Stroke.DASHED);

    private static final List<Series> DISTANCES = List.of(
            new Series(AuditValue.EXACT_W1, "exact W₁, real - generated", "exact W₁", Tint.BLUE, Stroke.SOLID),
            new Series(AuditValue.FLOOR_W1, "floor: W₁, real - real", "floor", Tint.SKY, Stroke.DOTTED),
            new Series(AuditValue.DEBIASED_W1, "W₁ without floors", "without floors", Tint.GREEN, Stroke.SOLID),
            new Series(
                    AuditValue.SINKHORN_DIVERGENCE, "Sinkhorn divergence", "Sinkhorn", Tint.PURPLE, Stroke.DASH_DOTTED),
            new Series(
                    AuditValue.ESTIMATE_OVER_LIPSCHITZ,
                    "critic's estimate / its largest slope",
                    "estimate / slope",
                    Tint.VERMILION,
                    Stroke.SOLID));

    private static final List<Series> SLOPES = List.of(
            new Series(AuditValue.GRADIENT_NORM_MAX, "largest gradient norm", "largest", Tint.VERMILION, Stroke.SOLID),
            new Series(AuditValue.GRADIENT_NORM_MEAN, "mean gradient norm", "mean", Tint.BLUE, Stroke.SOLID),
            new Series(AuditValue.STEEPEST_PAIR, "steepest pair", "pair", Tint.GREEN, Stroke.DOTTED));

    private final AuditHistory history;
    private final boolean isDistance;

    private AuditChart(AuditHistory history, boolean isDistance) {
        this.history = history;
        this.isDistance = isDistance;
    }

    /**
     * The chart.
     *
     * @param estimatesWasserstein whether the critic's game estimates a distance; if not, its estimate stands in its own panel alone
     */
    static Drawing of(AuditHistory history, boolean estimatesWasserstein) {
        AuditChart chart = new AuditChart(history, estimatesWasserstein);
        return history.isCourse() ? chart.course() : chart.moment();
    }

    private Drawing course() {
        return Page.titled("What the critic says, and what is true of the same images", WIDTH)
                .row(420, lines("Distances between real and generated images", DISTANCE, distances()))
                .row(
                        300,
                        lines(estimateTitle(), estimateUnit(), List.of(ESTIMATE)),
                        lines("Slope of the critic", "score per distance", SLOPES))
                .drawing();
    }

    private Plot lines(String title, String unit, List<Series> all) {
        List<Mark> marks = new ArrayList<>();
        double[] steps = history.steps();
        for (Series series : all) {
            marks.add(new Line(
                    all.size() == 1 ? "" : series.label(),
                    series.tint().color(),
                    series.stroke(),
                    steps.length <= 30,
                    steps,
                    history.values(series.value())));
        }
        return new Plot(title, Axis.over("generator step", steps[0], steps[steps.length - 1]), axis(unit, all), marks);
    }

    private Drawing moment() {
        long step = history.audits().get(0).step();
        Plot slopes = bars("Slope of the critic", "score per distance", SLOPES);
        Page page = Page.titled(
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

    private Plot bars(String title, String unit, List<Series> all) {
        List<Mark> marks = new ArrayList<>();
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Series series = all.get(i);
            double value = history.values(series.value())[0];
            double[] heights = new double[all.size()];
            heights[i] = value;
            ticks.add(new Axis.Tick(i, series.brief()));
            marks.add(new Bars("", series.tint().color(), heights, -0.3, 0.3));
            marks.add(
                    new Note(AuditSentence.number(value), i, Math.max(0, value), 0, -7, Align.MIDDLE, PlotColors.TEXT));
        }
        return new Plot(title, new Axis("", -0.5, all.size() - 0.5, ticks), axis(unit, all), marks);
    }

    private Axis axis(String unit, List<Series> all) {
        double[] range = AuditHistory.range(
                all.stream().map(series -> history.values(series.value())).toArray(double[][]::new));
        double air = 0.1 * (range[1] - range[0]);
        return Axis.over(
                unit, range[0] < 0 ? range[0] - air : 0, range[1] > 0 ? range[1] + air : range[1] - range[0] * 0.1);
    }

    private List<Series> distances() {
        double exact = largest(AuditValue.EXACT_W1);
        if (!isDistance || largest(AuditValue.CRITIC_ESTIMATE) > MUCH_LARGER * exact) {
            return DISTANCES;
        }
        List<Series> all = new ArrayList<>(DISTANCES);
        all.add(ESTIMATE);
        return all;
    }

    private double largest(AuditValue value) {
        return Arrays.stream(history.values(value)).map(Math::abs).max().orElse(0);
    }
}
