package org.wgan4j.app.cli.sample;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.report.figure.PlanePictures;
import org.wgan4j.report.figure.draw.PngFile;

/** A kind of file for generated points of the plane: a table, arrays or a picture, by the ending of {@code --out}. */
enum PointTarget {
    /** A line {@code x,y} and one for each point. */
    CSV,
    /** {@code points} float32 {@code [n, 2]} and {@code latents} float32 {@code [n, latentSize]}. */
    NPZ,
    /** A scatter plot. */
    PNG;

    /** Chooses by the ending. */
    static PointTarget of(String out) {
        String lower = out.toLowerCase(Locale.ROOT);
        for (PointTarget target : values()) {
            if (lower.endsWith("." + target.name().toLowerCase(Locale.ROOT))) {
                return target;
            }
        }
        throw new ActionableException(
                "--out " + out
                        + " must end in .csv (a table), .npz (arrays) or .png (a picture): the run's samples are points of the plane");
    }

    /**
     * Writes the points.
     *
     * @param latents {@code [points.count(), latentSize]}, the inputs of the generator
     */
    void write(Path file, SyntheticDataset synthetic, Points points, float[] latents) {
        switch (this) {
            case CSV -> AtomicFile.write(file, table(points));
            case NPZ -> NpzFile.write(file, arrays(points, latents));
            case PNG ->
                PngFile.write(
                        file,
                        PlanePictures.of(
                                        "Samples of a generator of " + synthetic.name(),
                                        "generated point",
                                        points,
                                        synthetic.halfWidth())
                                .pixels(1));
        }
    }

    private static String table(Points points) {
        StringBuilder table = new StringBuilder("x,y\n");
        for (int i = 0; i < points.count(); i++) {
            table.append(points.x(i)).append(',').append(points.y(i)).append('\n');
        }
        return table.toString();
    }

    private static Map<String, NpyArray> arrays(Points points, float[] latents) {
        int n = points.count();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("points", new NpyArray.Float32(new int[] {n, 2}, points.coordinates()));
        arrays.put("latents", new NpyArray.Float32(new int[] {n, latents.length / n}, latents));
        return arrays;
    }
}
