package org.wgan4j.report.theory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wgan4j.report.figure.Animation;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.Area;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.PlotAxis;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.solver.OptimalTransport;

/** Two interpolations between densities: displacement (along the optimal plan) and mixture. */
final class Interpolation implements Figure {
    private static final LineGrid LINE = new LineGrid(0, 10, 401);
    private static final double[] STOPS = {0, 0.25, 0.5, 0.75, 1};
    private static final int FRAMES = 50;
    private static final Duration FRAME = Duration.ofMillis(60);
    private static final Duration STILL = Duration.ofMillis(1500);

    private final Histogram source =
            LINE.histogram(x -> LineGrid.gaussian(1.6, 0.45).applyAsDouble(x));
    private final Histogram target =
            LINE.histogram(x -> 0.6 * LineGrid.gaussian(6.4, 0.4).applyAsDouble(x)
                    + 0.4 * LineGrid.gaussian(8.4, 0.35).applyAsDouble(x));

    @Override
    public String name() {
        return "interpolation";
    }

    @Override
    public String summary() {
        return "two ways from one density to another: moving its mass, and mixing";
    }

    @Override
    public String caption() {
        return "Along the optimal plan the mass itself travels, and the bump parts on its way, while mixing fades one bump out and"
                + " the others in and puts no mass between them.";
    }

    @Override
    public List<Path> write(Path folder) {
        Displacement displacement = displacement();
        List<Path> files = new ArrayList<>(drawing(displacement).write(folder, name()));
        Path animation = folder.resolve(name() + ".gif");
        new Animation(FRAME, STILL)
                .write(
                        animation,
                        () -> IntStream.range(0, FRAMES)
                                .mapToObj(k ->
                                        frame(displacement, k / (FRAMES - 1.0)).pixels(1))
                                .iterator());
        files.add(animation);
        return files;
    }

    /** The displacement interpolation under the squared distance. */
    Displacement displacement() {
        Plan plan = OptimalTransport.between(source, target)
                .cost(Cost.SQUARED_EUCLIDEAN)
                .solve()
                .plan();
        return new Displacement(source, target, plan);
    }

    VectorDrawing drawing(Displacement displacement) {
        PanelLayout page = PanelLayout.titled("From one density to another", 1000);
        for (double t : STOPS) {
            String density = "density, t = " + (t == Math.rint(t) ? Long.toString(Math.round(t)) : Double.toString(t));
            boolean first = t == STOPS[0];
            boolean last = t == STOPS[STOPS.length - 1];
            page = page.row(
                    (first ? 158 : 130) + (last ? 24 : 0),
                    plot(first ? "By optimal transport" : "", density, last, SeriesColor.BLUE, displacement.after(t)),
                    plot(first ? "By mixing" : "", density, last, SeriesColor.VERMILION, mixed(t)));
        }
        return page.drawing();
    }

    private VectorDrawing frame(Displacement displacement, double t) {
        return PanelLayout.titled(String.format(Locale.ROOT, "From one density to another, t = %.2f", t), 900)
                .row(
                        300,
                        plot("By optimal transport", "density", true, SeriesColor.BLUE, displacement.after(t)),
                        plot("By mixing", "density", true, SeriesColor.VERMILION, mixed(t)))
                .drawing();
    }

    private double[] mixed(double t) {
        double[] mixed = new double[source.size()];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (1 - t) * source.mass(i) + t * target.mass(i);
        }
        return mixed;
    }

    private Plot plot(String title, String yTitle, boolean named, SeriesColor tint, double[] masses) {
        double[] density = Arrays.stream(masses).map(mass -> mass / LINE.step()).toArray();
        return new Plot(
                title,
                PlotAxis.over(named ? "x" : "", LINE.low(), LINE.high(), 5),
                PlotAxis.over(yTitle, 0, 1, 2),
                List.of(new Area("", tint.color(), LINE.points(), density)));
    }
}
