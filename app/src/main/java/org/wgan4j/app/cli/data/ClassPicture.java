package org.wgan4j.app.cli.data;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.PlanePictures;
import org.wgan4j.report.figure.draw.PngFile;

/** A preview of a data set as a picture: a row for each class, or the first images where there are no classes, or a cloud of points. */
final class ClassPicture {
    private static final int COLUMNS = 10;
    private static final int MOST_CLASSES = 50;
    private static final int UNLABELLED = 100;
    private static final int MOST_POINTS = 2500;

    private ClassPicture() {}

    /** Draws the data set into a PNG file. */
    static void draw(Dataset data, Path file) {
        PngFile.write(file, picture(data));
    }

    private static BufferedImage picture(Dataset data) {
        if (data.samples() instanceof Points points) {
            return cloud(data.name(), points.slice(0, Math.min(MOST_POINTS, points.count())));
        }
        return data.labelled() ? classes(data) : first(data);
    }

    private static BufferedImage cloud(String name, Points points) {
        double reach =
                SyntheticDataset.named(name).map(SyntheticDataset::halfWidth).orElseThrow();
        return PlanePictures.of(points.count() + " points of " + name, "real point", points, reach)
                .pixels(1);
    }

    private static BufferedImage first(Dataset data) {
        Images images = data.images().slice(0, Math.min(UNLABELLED, data.size()));
        return ImageGrid.holding(images.count()).draw(images);
    }

    private static BufferedImage classes(Dataset data) {
        Map<Integer, List<Integer>> byLabel = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            byLabel.computeIfAbsent(data.label(i), label -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> rows = byLabel.values().stream().limit(MOST_CLASSES).toList();
        // Rows are equally long, so that each holds one class.
        int columns = Math.min(COLUMNS, rows.stream().mapToInt(List::size).min().orElseThrow());
        int[] chosen = rows.stream()
                .flatMapToInt(row -> row.subList(0, columns).stream().mapToInt(Integer::intValue))
                .toArray();
        return ImageGrid.of(rows.size(), columns).draw(data.images().select(chosen));
    }
}
