package org.wgan4j.report.compare;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.wgan4j.report.figure.Tint;
import org.wgan4j.report.figure.draw.Drawing;
import org.wgan4j.report.figure.plot.Axis;
import org.wgan4j.report.figure.plot.Band;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.Page;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.Stroke;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.run.StepRecord;

/** The charts of a comparison. */
final class ComparisonCharts {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 400;
    private static final int POINTS = 400;

    private ComparisonCharts() {}

    /** A metric over one scale, a line an arm with its interval over seeds. */
    static Drawing quality(List<ArmRecord> arms, CostScale scale) {
        return Page.titled("Quality over " + scale.words() + ", mean over seeds with 95 % interval", WIDTH)
                .row(
                        HEIGHT,
                        panel(arms, Metrics.FRECHET_DISTANCE, scale, true),
                        panel(arms, Metrics.COVERAGE, scale, false))
                .drawing();
    }

    private static Plot panel(List<ArmRecord> arms, Metric metric, CostScale scale, boolean logarithmic) {
        List<Mark> marks = new ArrayList<>();
        List<double[]> all = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Series series = arms.get(i).series(metric.key(), scale);
            double[] mean = scaled(series.mean(), logarithmic);
            double[] low = scaled(series.low(), logarithmic);
            double[] high = scaled(series.high(), logarithmic);
            marks.add(new Band(color(i), series.x(), low, high));
            lines.add(new Line(arms.get(i).arm().name(), color(i), stroke(i), true, series.x(), mean));
            all.add(mean);
            places.add(series.x());
        }
        double[] floor = scaled(floor(arms, metric, scale), logarithmic);
        double end = highest(places, 1);
        if (floor.length > 0) {
            lines.add(Line.of("real images", Color.DARK_GRAY, Stroke.DOTTED, new double[] {0, end}, new double[] {
                floor[0], floor[0]
            }));
            all.add(floor);
        }
        marks.addAll(lines);
        String title = metric.words() + (logarithmic ? ", logarithmic" : "");
        Axis across = Axis.over(scale.words(), 0, end);
        return new Plot(title, across, logarithmic ? powers(metric.unit(), all) : linear(metric.unit(), all), marks);
    }

    /** The floor that was measured last: it is the same up to its own noise at every measure. */
    private static double[] floor(List<ArmRecord> arms, Metric metric, CostScale scale) {
        return arms.stream()
                .map(arm -> arm.series(metric.key() + "_floor", scale).mean())
                .filter(values -> values.length > 0)
                .findFirst()
                .map(values -> new double[] {values[values.length - 1]})
                .orElseGet(() -> new double[0]);
    }

    private static Axis powers(String title, List<double[]> logarithms) {
        return Axis.powersOfTen(title, lowest(logarithms, 0), highest(logarithms, 1));
    }

    private static Axis linear(String title, List<double[]> values) {
        return Axis.over(title, Math.min(0, lowest(values, 0)), Math.max(1, highest(values, 1)));
    }

    private static double[] scaled(double[] values, boolean logarithmic) {
        return logarithmic
                ? Arrays.stream(values)
                        .map(value -> value > 0 ? Math.log10(value) : Double.isNaN(value) ? value : -3)
                        .toArray()
                : values;
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

    /** What people watch, beside the Frechet distance of the same runs: a row an arm, a line a seed. */
    static Drawing losses(List<ArmRecord> arms) {
        Page page = Page.titled("What people watch, and the Fréchet distance of the same runs (a line a seed)", WIDTH);
        for (ArmRecord arm : arms) {
            LossMeaning loss = LossMeaning.of(arm.isGan()).get(0);
            page = page.row(HEIGHT * 3 / 4, lossPanel(arm, loss), distancePanel(arm));
        }
        return page.drawing();
    }

    private static Plot lossPanel(ArmRecord arm, LossMeaning loss) {
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
                        .mapToDouble(step -> loss.value().applyAsDouble(step.terms()))
                        .average()
                        .orElse(Double.NaN);
            }
            end = Math.max(end, count == 0 ? 1 : x[count - 1]);
            all.add(y);
            marks.add(Line.of(seed(arm, i), color(i), stroke(i), x, y));
        }
        Axis up = Axis.over(loss.words(), Math.min(0, lowest(all, 0)), highest(all, 1));
        return new Plot(arm.arm().name() + ": " + loss.words(), Axis.over(CostScale.STEPS.words(), 0, end), up, marks);
    }

    private static Plot distancePanel(ArmRecord arm) {
        List<Mark> marks = new ArrayList<>();
        List<double[]> all = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < arm.trials().size(); i++) {
            ArmRecord alone = new ArmRecord(arm.arm(), List.of(arm.trials().get(i)));
            Series series = alone.series(Metrics.FRECHET_DISTANCE.key(), CostScale.STEPS);
            double[] mean = scaled(series.mean(), true);
            all.add(mean);
            places.add(series.x());
            marks.add(new Line(seed(arm, i), color(i), stroke(i), true, series.x(), mean));
        }
        return new Plot(
                arm.arm().name() + ": " + Metrics.FRECHET_DISTANCE.words(),
                Axis.over(CostScale.STEPS.words(), 0, highest(places, 1)),
                powers(Metrics.FRECHET_DISTANCE.unit(), all),
                marks);
    }

    private static String seed(ArmRecord arm, int trial) {
        return "seed " + arm.trials().get(trial).seed();
    }

    private static Color color(int i) {
        Tint[] tints = Tint.values();
        return tints[i % tints.length].color();
    }

    private static Stroke stroke(int i) {
        Stroke[] strokes = Stroke.values();
        return strokes[i / Tint.values().length % strokes.length];
    }
}
