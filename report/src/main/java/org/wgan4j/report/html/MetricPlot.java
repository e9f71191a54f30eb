package org.wgan4j.report.html;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.report.figure.plot.Band;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;

/**
 * A plot of a metric over the cost of training: a line for each series with its interval as a band, and the value of real images as a dotted line.
 * Immutable.
 *
 * @param metric that is plotted
 * @param title above the plot
 * @param cost title of the horizontal axis
 * @param logarithmic whether the vertical axis is logarithmic; values that are not above 0 are left out then
 */
public record MetricPlot(Metric metric, String title, String cost, boolean logarithmic) {
    /** The metrics that pages on runs show, in order. */
    public static final List<Metric> OF_A_RUN = List.of(
            Metrics.FRECHET_DISTANCE,
            Metrics.KERNEL_DISTANCE,
            Metrics.PRECISION,
            Metrics.RECALL,
            Metrics.DENSITY,
            Metrics.COVERAGE,
            Metrics.CLASSIFIER_SCORE,
            Metrics.CLASSES_PRESENT,
            Metrics.CONFIDENT_SHARE,
            Metrics.SLICED_W);

    /** A labelled curve and how it is drawn. */
    public record Series(String label, Color color, LineStyle stroke, IntervalCurve curve) {}

    /** A plot with the name of the metric as its title. */
    public static MetricPlot of(Metric metric, String cost, boolean logarithmic) {
        return new MetricPlot(metric, metric.words(), cost, logarithmic);
    }

    /**
     * The plot.
     *
     * @param floor the value of real images, if it is known
     */
    public Plot draw(List<Series> all, OptionalDouble floor) {
        double end = all.stream()
                .flatMapToDouble(series -> Arrays.stream(series.curve.x()))
                .max()
                .orElse(1);
        double[] shown = DoubleStream.concat(
                        all.stream().flatMapToDouble(series -> Arrays.stream(scaled(series.curve.values()))),
                        floor.stream().map(this::scaled))
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(shown).min().orElse(0);
        double most = Arrays.stream(shown).max().orElse(1);
        List<Mark> bands = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        for (Series series : all) {
            bands.add(new Band(
                    series.color, series.curve.x(), ends(series.curve.low(), least), ends(series.curve.high(), least)));
            lines.add(new Line(
                    series.label, series.color, series.stroke, true, series.curve.x(), scaled(series.curve.values())));
            most = Math.max(
                    most,
                    DoubleStream.of(scaled(series.curve.high()))
                            .filter(Double::isFinite)
                            .max()
                            .orElse(most));
        }
        double[] ofReal =
                floor.stream().map(this::scaled).filter(Double::isFinite).toArray();
        for (double value : ofReal) {
            lines.add(Line.of(
                    "real images", Color.DARK_GRAY, LineStyle.DOTTED, new double[] {0, end}, new double[] {value, value
                    }));
        }
        bands.addAll(lines);
        PlotAxis up = logarithmic
                ? PlotAxis.powersOfTen(metric.unit(), least, most)
                : PlotAxis.over(metric.unit(), Math.min(0, least), Math.max(1, most));
        return new Plot(title + (logarithmic ? ", logarithmic" : ""), PlotAxis.over(cost, 0, end), up, bands);
    }

    private double scaled(double value) {
        return !logarithmic ? value : value > 0 ? Math.log10(value) : Double.NaN;
    }

    private double[] scaled(double[] values) {
        return each(values, this::scaled);
    }

    /** The ends of intervals: one that reaches to 0 or below reaches to the lower edge of a logarithmic plot. */
    private double[] ends(double[] values, double edge) {
        return each(values, value -> logarithmic && value <= 0 ? edge : scaled(value));
    }

    private static double[] each(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }
}
