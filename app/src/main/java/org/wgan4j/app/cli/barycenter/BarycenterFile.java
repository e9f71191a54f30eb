package org.wgan4j.app.cli.barycenter;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.report.figure.draw.PngFile;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;

/** The kind of file that a barycenter is written to: arrays, a table, or a picture of a grid of two axes, by the ending of the name. */
enum BarycenterFile {
    /** {@code points} float64 {@code [n, d]} and {@code masses} float64 {@code [n]}, or of a grid {@code masses} in its shape. */
    NPZ,
    /** A line for each point: its coordinates, then its mass. */
    CSV,
    /** Grey levels in proportion to the masses, the largest white. */
    PNG;

    /** Chooses by the ending. */
    public static BarycenterFile of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (BarycenterFile kind : values()) {
            if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new ActionableException(
                "--out " + file + " must end in .npz (arrays), .csv (a table) or .png (a picture of a grid)");
    }

    /** Refuses what such a file cannot hold. */
    public void check(Path file, Measure measure) {
        if (this == PNG && !(measure instanceof Histogram grid && grid.dimension() == 2)) {
            throw new ActionableException("--out " + file
                    + " is a picture, and the barycenter is none on a grid of two axes; name an .npz or .csv file");
        }
    }

    /** Writes or replaces the file. */
    public void write(Path file, Measure measure) {
        switch (this) {
            case NPZ -> NpzFile.write(file, arrays(measure));
            case CSV -> AtomicFile.write(file, table(measure));
            case PNG -> PngFile.write(file, picture((Histogram) measure));
        }
    }

    private static Map<String, NpyArray> arrays(Measure measure) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        int size = measure.size();
        if (measure instanceof Histogram grid) {
            int[] shape = grid.shape().stream().mapToInt(Integer::intValue).toArray();
            arrays.put("masses", new NpyArray.Float64(shape, measure.masses()));
            return arrays;
        }
        int axes = measure.dimension();
        double[] points = new double[size * axes];
        for (int k = 0; k < points.length; k++) {
            points[k] = measure.coordinate(k / axes, k % axes);
        }
        arrays.put("points", new NpyArray.Float64(new int[] {size, axes}, points));
        arrays.put("masses", new NpyArray.Float64(new int[] {size}, measure.masses()));
        return arrays;
    }

    private static String table(Measure measure) {
        List<String> names = measure.dimension() == 1 ? List.of("x") : List.of();
        StringBuilder table = new StringBuilder();
        for (int axis = 0; axis < measure.dimension(); axis++) {
            table.append(names.isEmpty() ? "x" + (axis + 1) : names.get(0)).append(',');
        }
        table.append("mass\n");
        for (int point = 0; point < measure.size(); point++) {
            for (int axis = 0; axis < measure.dimension(); axis++) {
                table.append(measure.coordinate(point, axis)).append(',');
            }
            table.append(measure.mass(point)).append('\n');
        }
        return table.toString();
    }

    private static BufferedImage picture(Histogram grid) {
        int height = grid.shape().get(0);
        int width = grid.shape().get(1);
        double largest = 0;
        for (double mass : grid.masses()) {
            largest = Math.max(largest, mass);
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int cell = 0; cell < grid.size(); cell++) {
            int grey = (int) Math.round(255 * grid.mass(cell) / largest);
            picture.getRaster().setSample(cell % width, cell / width, 0, grey);
        }
        return picture;
    }
}
