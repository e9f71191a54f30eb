package org.wgan4j.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.report.figure.draw.DisplayFonts;

/**
 * A line chart of curves over steps or epochs. Immutable.
 *
 * <p>Long, noisy curves are drawn twice: pale as they are, and bold as a moving average. Where a few spikes would flatten everything else, they
 * leave the chart and the axis title says how many points do.
 *
 * @param title one line above the chart
 * @param xAxis title of the horizontal axis, such as "generator step"
 * @param yAxis title of the vertical axis, such as "loss"
 * @param whenEmpty text in place of the curves while none has a point
 * @param curves in the order of the legend
 */
public record LossChart(String title, String xAxis, String yAxis, String whenEmpty, List<LossCurve> curves) {
    private static final Color TEXT = new Color(0x222222);
    private static final Color GRID = new Color(0xE4E4E4);
    private static final int SMOOTHED_FROM = 150;
    private static final int MARKED_TO = 30;

    /** Copies the list. */
    public LossChart {
        curves = List.copyOf(curves);
    }

    /**
     * The chart in RGB.
     *
     * @param width pixels, at least 200
     * @param height pixels, at least 150
     * @throws ActionableException if this machine has no font
     */
    public BufferedImage draw(int width, int height) {
        if (width < 200 || height < 150) {
            throw new IllegalArgumentException("a chart needs 200x150 pixels, not " + width + "x" + height);
        }
        DisplayFonts.require();
        BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            List<LossCurve> drawn =
                    curves.stream().filter(curve -> !curve.isEmpty()).toList();
            if (drawn.isEmpty()) {
                drawEmpty(pen, width, height);
            } else {
                chart(drawn, width, height).paint(pen, width, height);
            }
        } finally {
            pen.dispose();
        }
        return paper;
    }

    private XYChart chart(List<LossCurve> drawn, int width, int height) {
        ValueRange range = ValueRange.showing(drawn);
        int longest = drawn.stream().mapToInt(LossCurve::size).max().orElse(0);
        int window = longest < SMOOTHED_FROM ? 1 : longest / 100 | 1;
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(xAxis + footnote(window, range))
                .yAxisTitle(yAxis)
                .build();
        style(chart.getStyler(), height);
        chart.getStyler().setYAxisMin(range.minimum()).setYAxisMax(range.maximum());
        frameX(chart.getStyler(), drawn, width);
        // First all pale curves, then all bold ones, which must not be painted over.
        if (window > 1) {
            for (LossCurve curve : drawn) {
                XYSeries pale = add(
                        chart,
                        curve.label() + " (each)",
                        curve.thinned(width),
                        curve.tint().paled(),
                        1f);
                pale.setShowInLegend(false);
            }
        }
        for (LossCurve curve : drawn) {
            LossCurve shown = (window > 1 ? curve.smoothed(window) : curve).thinned(width);
            XYSeries bold = add(chart, curve.label(), shown, curve.tint().color(), 2.5f);
            if (curve.size() <= MARKED_TO) {
                bold.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(curve.tint().color());
            }
        }
        return chart;
    }

    private static XYSeries add(XYChart chart, String name, LossCurve curve, Color color, float lineWidth) {
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        for (int i = 0; i < curve.size(); i++) {
            x[i] = curve.x(i);
            y[i] = curve.y(i);
        }
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(lineWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return series;
    }

    private static String footnote(int window, ValueRange range) {
        List<String> notes = new ArrayList<>();
        if (window > 1) {
            notes.add("bold: mean of " + window + " neighbouring points");
        }
        if (range.outside() > 0) {
            notes.add(range.outside() + (range.outside() == 1 ? " point lies" : " points lie") + " outside the frame");
        }
        return notes.isEmpty() ? "" : "   (" + String.join("; ", notes) + ")";
    }

    /** Widens the range of one or two points, or the axis has no ticks. */
    private static void frameX(XYStyler styler, List<LossCurve> drawn, int width) {
        double low = drawn.stream().mapToDouble(curve -> curve.x(0)).min().orElse(0);
        double high = drawn.stream()
                .mapToDouble(curve -> curve.x(curve.size() - 1))
                .max()
                .orElse(1);
        double margin = high - low >= 2 ? (high - low) * 0.01 : 1;
        styler.setXAxisMin(low - margin).setXAxisMax(high + margin);
        // Steps and epochs are counted: no tick at 1.5.
        int whole = (int) (0.8 * width / (high - low + 2 * margin));
        styler.setXAxisTickMarkSpacingHint(Math.max(styler.getXAxisTickMarkSpacingHint(), whole));
    }

    private static void style(XYStyler styler, int height) {
        int size = Math.max(11, Math.min(20, height / 26));
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, size);
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(TEXT);
        styler.setChartPadding(size);
        styler.setChartTitleFont(plain.deriveFont(Font.BOLD, size * 1.15f));
        styler.setChartTitlePadding(size / 2);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendFont(plain);
        styler.setLegendPadding(size);
        styler.setLegendSeriesLineLength(size * 2);
        styler.setMarkerSize(6);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1f));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setAxisTitleFont(plain);
        styler.setAxisTickLabelsFont(plain);
        styler.setAxisTickLabelsColor(TEXT);
        styler.setXAxisTickMarkSpacingHint(size * 7);
        styler.setYAxisTickMarkSpacingHint(size * 3);
    }

    private void drawEmpty(Graphics2D pen, int width, int height) {
        int size = Math.max(11, Math.min(20, height / 26));
        pen.setColor(GRID);
        pen.drawRect(size, size, width - 2 * size, height - 2 * size);
        pen.setColor(TEXT);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size + size / 7));
        centre(pen, title, width, size * 3);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        centre(pen, whenEmpty, width, height / 2);
    }

    private static void centre(Graphics2D pen, String text, int width, int baseline) {
        pen.drawString(text, (width - pen.getFontMetrics().stringWidth(text)) / 2, baseline);
    }
}
