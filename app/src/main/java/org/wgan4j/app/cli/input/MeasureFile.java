package org.wgan4j.app.cli.input;

import java.util.List;
import java.util.function.Supplier;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.NumberTable;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.TransportException;

/** A reader of measures from files, as samples or as masses. Used by one thread. */
public final class MeasureFile {
    private MeasureFile() {}

    /** What the numbers of a file mean. */
    public enum Meaning {
        /** Points, one a row; an array of one dimension, or a single column, is points of the line. */
        SAMPLES,
        /** Masses at the positions 0, 1, 2, ... of a line. */
        LINE,
        /** Masses {@code [height][width]}, or on more axes, on the cells of a grid. */
        GRID
    }

    /** Reads a file; a picture is always masses on its pixels. */
    public static Measure read(String file, Meaning meaning, InputReader reader) {
        if (reader.isPicture(file)) {
            if (meaning == Meaning.LINE) {
                throw new ActionableException(
                        file + " is a picture, whose masses lie on a grid and not on a line; leave --histogram out");
            }
            return named(file, () -> PictureMasses.of(file, reader.picture(file), reader::remark));
        }
        return named(file, () -> switch (meaning) {
            case SAMPLES -> samples(file, reader.numbers(file), reader);
            case LINE ->
                Histogram.of(reader.vector(file, "--histogram needs masses on a line (--grid reads an image)"));
            case GRID -> grid(file, reader.numbers(file));
        });
    }

    /** The same points with the masses of a file of one row or one column. */
    public static Measure weighted(Samples samples, String file, InputReader reader) {
        return named(file, () -> samples.weighted(weights(file, reader)));
    }

    /** The masses of a file of one row or one column, at places that only a cost matrix knows. */
    public static Measure masses(String file, InputReader reader) {
        return named(file, () -> Measure.masses(weights(file, reader)));
    }

    private static double[] weights(String file, InputReader reader) {
        return reader.vector(file, "--weights needs one number a point");
    }

    private static Samples samples(String file, NumberTable table, InputReader reader) {
        List<Integer> shape = table.shape();
        if (shape.isEmpty()) {
            throw new ActionableException(
                    file + " holds one number without a dimension; samples need shape [n] or [n, d]");
        }
        if (shape.size() == 1) {
            return Samples.onLine(table.flat());
        }
        if (shape.size() > 2) {
            reader.remark(file + " has the shape " + shape + ": " + shape.get(0)
                    + " points, the numbers of each laid out as " + table.width() + " coordinates");
        } else if (table.height() == 1 && table.width() > 1) {
            reader.remark(file + " is a single row: one point of " + table.width()
                    + " coordinates; points of the line stand in a column, and masses are read with --histogram");
        }
        return table instanceof NumberTable.Doubles doubles
                ? Samples.of(doubles.rows())
                : Samples.of(((NumberTable.Singles) table).rows());
    }

    private static Histogram grid(String file, NumberTable table) {
        if (table.shape().size() < 2) {
            throw new ActionableException(file + " has the shape " + table.shape()
                    + "; --grid needs [height, width] or more axes, and --histogram reads masses on a line");
        }
        return Histogram.grid(table.shape(), table.flat());
    }

    /** Says which file it was that holds no measure. */
    private static Measure named(String file, Supplier<Measure> reading) {
        try {
            return reading.get();
        } catch (TransportException wrong) {
            throw new ActionableException(file + ": " + wrong.getMessage(), wrong);
        }
    }
}
