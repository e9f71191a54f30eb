package org.wgan4j.report.compare;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;
import org.wgan4j.report.html.IntervalCurve;
import org.wgan4j.report.html.MetricPlot;

/** The charts of a comparison. */
final class ComparisonCharts {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 400;
    private static final int POINTS = 400;

    private ComparisonCharts() {}

    /** The metrics over one unit of cost, a line an arm with its interval over seeds. */
    static VectorDrawing quality(List<ArmRecord> arms, CostScale scale) {
        Plot[] plots = measured(arms, List.of(Metrics.FRECHET_DISTANCE, Metrics.COVERAGE, Metrics.SLICED_W)).stream()
                .map(metric -> panel(arms, metric, scale))
                .toArray(Plot[]::new);
        return PanelLayout.titled("Quality over " + scale.label() + ", mean over seeds with 95 % interval", WIDTH)
                .row(HEIGHT, plots)
                .drawing();
    }

    /** Those of the metrics that at least one run was evaluated by. */
    static List<Metric> measured(List<ArmRecord> arms, List<Metric> metrics) {
        return metrics.stream()
                .filter(metric -> arms.stream()
                        .flatMap(arm -> arm.trials().stream())
                        .anyMatch(trial -> trial.lastValue(metric.key()).isPresent()))
                .toList();
    }

    private static Plot panel(List<ArmRecord> arms, Metric metric, CostScale scale) {
        List<MetricPlot.Series> all = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            all.add(line(arms.get(i).arm().name(), i, arms.get(i).curve(metric.key(), scale)));
        }
        return MetricPlot.of(metric, scale.label(), metric == Metrics.FRECHET_DISTANCE)
                .draw(all, floor(arms, metric, scale));
    }

    private static MetricPlot.Series line(String label, int number, IntervalCurve curve) {
        return new MetricPlot.Series(label, color(number), stroke(number), curve);
    }

    /** The floor of the last evaluation; it is the same at every evaluation up to its own noise. */
    private static OptionalDouble floor(List<ArmRecord> arms, Metric metric, CostScale scale) {
        return arms.stream()
                .map(arm -> arm.curve(metric.key() + "_floor", scale).values())
                .filter(values -> values.length > 0)
                .mapToDouble(values -> values[values.length - 1])
                .findFirst();
    }

    private static DoubleStream finite(List<double[]> values) {
        return values.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite);
    }

    private static double lowest(List<double[]> values, double without) {
        return finite(values).min().orElse(without);
    }

    private static double highest(List<double[]> values, double without) {
        return finite(values).max().orElse(without);
    }

    /** The first indicator of each arm beside the Fréchet distance of the same runs: a row an arm, a line a seed. */
    static VectorDrawing losses(List<ArmRecord> arms) {
        PanelLayout page = PanelLayout.titled(
                "What people watch, and the Fréchet distance of the same runs (a line a seed)", WIDTH);
        for (ArmRecord arm : arms) {
            ObjectiveCurves.Indicator indicator = arm.indicators().get(0);
            page = page.row(HEIGHT * 3 / 4, indicatorPanel(arm, indicator), distancePanel(arm));
        }
        return page.drawing();
    }

    private static Plot indicatorPanel(ArmRecord arm, ObjectiveCurves.Indicator indicator) {
        List<Mark> marks = new ArrayList<>();
        List<double[]> all = new ArrayList<>();
        double end = 1;
        for (int i = 0; i < arm.trials().size(); i++) {
            List<StepRecord> steps = arm.trials().get(i).metrics().steps();
            int block = Math.max(1, steps.size() / POINTS);
            int count = steps.size() / block;
            double[] x = new double[count];
            double[] y = new double[count];
            for (int k = 0; k < count; k++) {
                List<StepRecord> part = steps.subList(k * block, (k + 1) * block);
                x[k] = part.get(part.size() - 1).step();
                y[k] = part.stream()
                        .mapToDouble(step -> indicator.value().applyAsDouble(step.terms()))
                        .average()
                        .orElse(Double.NaN);
            }
            end = Math.max(end, count == 0 ? 1 : x[count - 1]);
            all.add(y);
            marks.add(Line.of(seed(arm, i), color(i), stroke(i), x, y));
        }
        PlotAxis up = PlotAxis.over(indicator.label(), Math.min(0, lowest(all, 0)), highest(all, 1));
        return new Plot(
                arm.arm().name() + ": " + indicator.label(), PlotAxis.over(CostScale.STEPS.label(), 0, end), up, marks);
    }

    private static Plot distancePanel(ArmRecord arm) {
        List<MetricPlot.Series> all = new ArrayList<>();
        for (int i = 0; i < arm.trials().size(); i++) {
            ArmRecord alone = new ArmRecord(arm.arm(), List.of(arm.trials().get(i)));
            all.add(line(seed(arm, i), i, alone.curve(Metrics.FRECHET_DISTANCE.key(), CostScale.STEPS)));
        }
        String title = arm.arm().name() + ": " + Metrics.FRECHET_DISTANCE.words();
        return new MetricPlot(Metrics.FRECHET_DISTANCE, title, CostScale.STEPS.label(), true)
                .draw(all, OptionalDouble.empty());
    }

    private static String seed(ArmRecord arm, int trial) {
        return "seed " + arm.trials().get(trial).seed();
    }

    private static Color color(int i) {
        SeriesColor[] tints = SeriesColor.values();
        return tints[i % tints.length].color();
    }

    private static LineStyle stroke(int i) {
        LineStyle[] strokes = LineStyle.values();
        return strokes[i / SeriesColor.values().length % strokes.length];
    }
}
