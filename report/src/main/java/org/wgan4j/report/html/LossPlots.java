package org.wgan4j.report.html;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.report.figure.LossChart;
import org.wgan4j.report.figure.LossCurve;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.StackedImages;
import org.wgan4j.report.figure.draw.PngFile;

/**
 * The loss plot of a run, {@code losses.png}: the critic's mean scores, and the losses that both networks minimise.
 *
 * <p>One sign convention throughout, which the legends spell out: scores as the critic gives them, losses as they are minimised. The
 * one-digit tutorials plot three losses of their own; a run of their recipe gets those too, in an own panel. Safe for use by several threads on different runs.
 */
public final class LossPlots {
    /** Pixels. */
    static final int WIDTH = 1280;
    /** Pixels. */
    static final int PANEL_HEIGHT = 500;

    /** With fewer epochs than this, steps are plotted. */
    private static final int ENOUGH_EPOCHS = 4;

    private static final String NOTHING = "nothing has been logged yet";
    private static final String STEP = "generator step";
    private static final String EPOCH = "epoch";

    /** The colours of the terms that every objective logs. */
    private static final Map<String, SeriesColor> TINTS = Map.of(
            "wasserstein_estimate", SeriesColor.BLUE,
            "critic_real", SeriesColor.GREEN,
            "critic_fake", SeriesColor.VERMILION,
            "critic_loss", SeriesColor.BLUE,
            "generator_loss", SeriesColor.ORANGE);

    private static final List<SeriesColor> OTHER_TINTS = List.of(SeriesColor.PURPLE, SeriesColor.SKY);

    private record PlottedTerm(String term, String label, SeriesColor tint) {}

    private final ObjectiveCurves curves;
    private final MetricsHistory metrics;

    private LossPlots(ObjectiveCurves curves, MetricsHistory metrics) {
        this.curves = curves;
        this.metrics = metrics;
    }

    /**
     * Writes or replaces {@code losses.png} of a run.
     *
     * @throws ActionableException if the run cannot be read, the machine has no font, or the disk refuses
     */
    public static void write(RunDirectory run) {
        BufferedImage page = new LossPlots(curves(run.recipe().objective()), RunFacts.metrics(run)).draw();
        PngFile.write(run.lossPlot(), page);
    }

    private static ObjectiveCurves curves(ObjectiveSettings objective) {
        return ObjectiveDescription.of(objective).curves(objective);
    }

    private BufferedImage draw() {
        List<BufferedImage> panels = new ArrayList<>();
        if (RunFacts.plotsTutorialLosses(metrics)) {
            panels.add(draw(tutorialLosses()));
        }
        panels.add(draw(scores()));
        if (!metrics.steps().isEmpty() || !metrics.epochs().isEmpty()) {
            panels.add(draw(losses()));
        }
        return StackedImages.stacked(panels);
    }

    private static BufferedImage draw(LossChart chart) {
        return chart.draw(WIDTH, PANEL_HEIGHT);
    }

    /** Real and generated images as the critic scores them; before the first step, or from epochs alone, by epoch. */
    private LossChart scores() {
        List<PlottedTerm> lines = lines(curves.scores());
        String what = "Scores of the " + curves.critic();
        String unit = curves.scoreUnit();
        return metrics.steps().isEmpty()
                ? overEpochs(what + ", mean of each epoch", unit, lines, EpochRecord::means)
                : overSteps(what + ", each generator step", unit, lines, StepRecord::terms);
    }

    private LossChart losses() {
        List<PlottedTerm> lines = lines(curves.losses());
        String unit = curves.lossUnit();
        boolean byEpoch = metrics.epochs().size() >= ENOUGH_EPOCHS
                || metrics.steps().size() <= metrics.epochs().size();
        return byEpoch
                ? overEpochs("Losses as minimised, mean of each epoch", unit, lines, EpochRecord::means)
                : overSteps("Losses as minimised, each generator step", unit, lines, StepRecord::terms);
    }

    private LossChart tutorialLosses() {
        List<PlottedTerm> lines = List.of(
                new PlottedTerm("c1", "critic-real = -E f(x)", SeriesColor.SKY),
                new PlottedTerm("c2", "critic-fake = E f(G(z))", SeriesColor.VERMILION),
                new PlottedTerm("g", "generator = -E f(G(z))", SeriesColor.ORANGE));
        String what = "Losses as the one-digit tutorials plot them";
        return metrics.steps().isEmpty()
                ? overEpochs(what + ", mean of each epoch", "loss", lines, EpochRecord::seedMeans)
                : overSteps(what + ", each generator step", "loss", lines, StepRecord::seedTerms);
    }

    private static List<PlottedTerm> lines(List<ObjectiveCurves.TermCurve> curves) {
        List<PlottedTerm> lines = new ArrayList<>();
        for (ObjectiveCurves.TermCurve curve : curves) {
            SeriesColor other = OTHER_TINTS.get(lines.size() % OTHER_TINTS.size());
            lines.add(new PlottedTerm(curve.term(), curve.label(), TINTS.getOrDefault(curve.term(), other)));
        }
        return lines;
    }

    private LossChart overSteps(
            String title, String yAxis, List<PlottedTerm> lines, Function<StepRecord, Map<String, Double>> terms) {
        List<LossCurve> curves = lines.stream()
                .map(line -> curve(line, metrics.steps(), StepRecord::step, terms))
                .toList();
        return new LossChart(title, STEP, yAxis, NOTHING, curves);
    }

    private LossChart overEpochs(
            String title, String yAxis, List<PlottedTerm> lines, Function<EpochRecord, Map<String, Double>> means) {
        List<LossCurve> curves = lines.stream()
                .map(line -> curve(line, metrics.epochs(), EpochRecord::epoch, means))
                .toList();
        return new LossChart(title, EPOCH, yAxis, NOTHING, curves);
    }

    private static <R> LossCurve curve(
            PlottedTerm line, List<R> records, ToDoubleFunction<R> x, Function<R, Map<String, Double>> terms) {
        double[] y = records.stream()
                .mapToDouble(record -> terms.apply(record).getOrDefault(line.term(), Double.NaN))
                .toArray();
        return LossCurve.of(
                line.label(), line.tint(), records.stream().mapToDouble(x).toArray(), y);
    }
}
