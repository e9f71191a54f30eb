package org.wgan4j.app.cli.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.NumberTable;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.TransportException;

/** Reads measures: the same numbers are samples or masses, as the person says. */
final class MeasureFile {
    private MeasureFile() {}

    /** How the numbers of a file are meant. */
    enum Meaning {
        /** Points, one a row; an array of one dimension, or a single column, is points of the line. */
        SAMPLES,
        /** Masses at the positions 0, 1, 2, ... of a line. */
        LINE,
        /** Masses {@code [height][width]}, or on more axes, on the cells of a grid. */
        GRID
    }

    /**
     * Reads a file; a picture is always masses on its pixels.
     *
     * @param note told what has to be said about the file though it can be used
     */
    static Measure read(Path file, Meaning meaning, Consumer<String> note) {
        if (FileKind.of(file) == FileKind.PICTURE) {
            if (meaning == Meaning.LINE) {
                throw new ActionableException(
                        file + " is a picture, whose masses lie on a grid and not on a line; leave --histogram out");
            }
            return named(file, () -> Picture.masses(file, note));
        }
        NumberTable table = FileKind.numbers(file);
        return named(file, () -> switch (meaning) {
            case SAMPLES -> samples(file, table);
            case LINE -> Histogram.of(line(file, table, "--histogram needs masses on a line; --grid reads an image"));
            case GRID -> grid(file, table);
        });
    }

    /** The same points with the masses of a file of one row or one column. */
    static Measure weighted(Samples samples, Path file) {
        return named(file, () -> samples.weighted(weights(file)));
    }

    /** The masses of a file of one row or one column, at places that only a cost matrix knows. */
    static Measure masses(Path file) {
        return named(file, () -> Measure.masses(weights(file)));
    }

    private static double[] weights(Path file) {
        return line(file, FileKind.numbers(file), "--weights needs one number a point");
    }

    private static Samples samples(Path file, NumberTable table) {
        if (table.shape().isEmpty()) {
            throw new ActionableException(
                    file + " holds one number without a dimension; samples need shape [n] or [n, d]");
        }
        if (table.shape().size() == 1) {
            return Samples.onLine(table.flat());
        }
        return table instanceof NumberTable.Doubles doubles
                ? Samples.of(doubles.rows())
                : Samples.of(((NumberTable.Singles) table).rows());
    }

    private static Histogram grid(Path file, NumberTable table) {
        if (table.shape().size() < 2) {
            throw new ActionableException(file + " has the shape " + table.shape()
                    + "; --grid needs [height, width] or more axes, and --histogram reads masses on a line");
        }
        return Histogram.grid(table.shape(), table.flat());
    }

    private static double[] line(Path file, NumberTable table, String rule) {
        List<Integer> shape = table.shape();
        if (shape.size() > 2 || (table.height() > 1 && table.width() > 1)) {
            throw new ActionableException(file + " has the shape " + shape + "; " + rule);
        }
        return table.flat();
    }

    /** Says which file it was that holds no measure. */
    private static Measure named(Path file, Supplier<Measure> reading) {
        try {
            return reading.get();
        } catch (TransportException wrong) {
            throw new ActionableException(file + ": " + wrong.getMessage(), wrong);
        }
    }
}
