package org.wgan4j.report.html;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.ObjectiveName;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.report.figure.Curve;
import org.wgan4j.report.figure.LossChart;
import org.wgan4j.report.figure.Panels;
import org.wgan4j.report.figure.Tint;
import org.wgan4j.report.figure.draw.PngFile;

/**
 * The curves of a run, {@code losses.png}: what the critic says, and what the two networks minimise.
 *
 * <p>One sign convention throughout, which the legends spell out: scores as the critic gives them, losses as they are minimised. The
 * one-digit tutorials plot three losses of their own; a run of their recipe gets those too, in a panel of their own.
 */
public final class LossPlots {
    /** Pixels. */
    static final int WIDTH = 1280;
    /** Pixels. */
    static final int PANEL_HEIGHT = 500;

    /** Fewer epochs than this say less than the steps do. */
    private static final int ENOUGH_EPOCHS = 4;

    private static final String NOTHING = "nothing has been logged yet";
    private static final String STEP = "generator step";
    private static final String EPOCH = "epoch";

    private record Line(String term, String label, Tint tint) {}

    private final Recipe recipe;
    private final MetricsHistory metrics;

    private LossPlots(Recipe recipe, MetricsHistory metrics) {
        this.recipe = recipe;
        this.metrics = metrics;
    }

    /**
     * Writes or replaces {@code losses.png} of a run.
     *
     * @throws ActionableException if the run cannot be read, the machine has no font, or the disk refuses
     */
    public static void write(RunDirectory run) {
        BufferedImage page = new LossPlots(run.recipe(), RunFacts.metrics(run)).draw();
        PngFile.write(run.lossPlot(), page);
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
        return Panels.stacked(panels);
    }

    private static BufferedImage draw(LossChart chart) {
        return chart.draw(WIDTH, PANEL_HEIGHT);
    }

    /** Real and generated images as the critic scores them; before the first step, or from epochs alone, by epoch. */
    private LossChart scores() {
        List<Line> lines = isGan()
                ? List.of(
                        new Line("critic_real", "on real images: E D(x)", Tint.GREEN),
                        new Line("critic_fake", "on generated ones: E D(G(z))", Tint.VERMILION))
                : List.of(
                        new Line("wasserstein_estimate", "W estimate = real - generated", Tint.BLUE),
                        new Line("critic_real", "on real images: E f(x)", Tint.GREEN),
                        new Line("critic_fake", "on generated ones: E f(G(z))", Tint.VERMILION));
        String what = isGan() ? "Scores of the discriminator" : "Scores of the critic";
        String unit = isGan() ? "mean score (logit)" : "mean score";
        return metrics.steps().isEmpty()
                ? overEpochs(what + ", mean of each epoch", unit, lines, EpochRecord::means)
                : overSteps(what + ", each generator step", unit, lines, StepRecord::terms);
    }

    private LossChart losses() {
        List<Line> lines = List.of(
                new Line("critic_loss", criticLoss(), Tint.BLUE),
                new Line("generator_loss", generatorLoss(), Tint.ORANGE));
        String unit = isGan() ? "loss (nats)" : "loss";
        boolean byEpoch = metrics.epochs().size() >= ENOUGH_EPOCHS
                || metrics.steps().size() <= metrics.epochs().size();
        return byEpoch
                ? overEpochs("Losses as minimised, mean of each epoch", unit, lines, EpochRecord::means)
                : overSteps("Losses as minimised, each generator step", unit, lines, StepRecord::terms);
    }

    private LossChart tutorialLosses() {
        List<Line> lines = List.of(
                new Line("c1", "critic-real = -E f(x)", Tint.SKY),
                new Line("c2", "critic-fake = E f(G(z))", Tint.VERMILION),
                new Line("g", "generator = -E f(G(z))", Tint.ORANGE));
        String what = "Losses as the one-digit tutorials plot them";
        return metrics.steps().isEmpty()
                ? overEpochs(what + ", mean of each epoch", "loss", lines, EpochRecord::seedMeans)
                : overSteps(what + ", each generator step", "loss", lines, StepRecord::seedTerms);
    }

    private String criticLoss() {
        ObjectiveName objective = recipe.objective().name();
        return switch (objective) {
            case GAN -> "discriminator: cross entropy, real + generated";
            case WGAN -> "critic: -W";
            case WGAN_GP -> "critic: -W + penalty";
        };
    }

    private String generatorLoss() {
        return isGan() ? "generator: cross entropy, taken for real" : "generator: -E f(G(z))";
    }

    private boolean isGan() {
        return recipe.objective().name() == ObjectiveName.GAN;
    }

    private LossChart overSteps(
            String title, String yAxis, List<Line> lines, Function<StepRecord, Map<String, Double>> terms) {
        List<Curve> curves = lines.stream()
                .map(line -> curve(line, metrics.steps(), StepRecord::step, terms))
                .toList();
        return new LossChart(title, STEP, yAxis, NOTHING, curves);
    }

    private LossChart overEpochs(
            String title, String yAxis, List<Line> lines, Function<EpochRecord, Map<String, Double>> means) {
        List<Curve> curves = lines.stream()
                .map(line -> curve(line, metrics.epochs(), EpochRecord::epoch, means))
                .toList();
        return new LossChart(title, EPOCH, yAxis, NOTHING, curves);
    }

    private static <R> Curve curve(
            Line line, List<R> records, ToDoubleFunction<R> x, Function<R, Map<String, Double>> terms) {
        double[] y = records.stream()
                .mapToDouble(record -> terms.apply(record).getOrDefault(line.term(), Double.NaN))
                .toArray();
        return Curve.of(
                line.label(), line.tint(), records.stream().mapToDouble(x).toArray(), y);
    }
}
