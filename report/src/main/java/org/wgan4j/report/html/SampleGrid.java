package org.wgan4j.report.html;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.RunDirectory;

/**
 * A file with a grid of generated samples in a run directory. Immutable.
 *
 * @param label {@code epoch-0001} or {@code step-00000100}
 * @param step generator steps when it was made; estimated for an epoch that is not in the log
 * @param caption such as "epoch 1, generator step 234"
 * @param file a PNG file
 * @param width pixels
 * @param height pixels
 */
public record SampleGrid(String label, double step, String caption, Path file, int width, int height) {
    private static final Pattern LABEL = Pattern.compile("(epoch|step)-([0-9]{1,18})");
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

    /** All grids of a run in the order of steps; what has another name or is no PNG file is left out. */
    public static List<SampleGrid> of(RunDirectory run, MetricsHistory metrics) {
        if (!Files.isDirectory(run.samples())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run.samples())) {
            return files.flatMap(file -> read(file, metrics).stream())
                    .sorted(Comparator.comparingDouble(SampleGrid::step).thenComparing(SampleGrid::label))
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new ActionableException(
                    run.samples() + " cannot be read (" + failure.getMessage() + "); check the folder's permissions",
                    failure);
        }
    }

    private static Optional<SampleGrid> read(Path file, MetricsHistory metrics) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".png")) {
            return Optional.empty();
        }
        String label = name.substring(0, name.length() - ".png".length());
        Matcher parts = LABEL.matcher(label);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(2));
        boolean byEpoch = "epoch".equals(parts.group(1));
        double step = byEpoch ? stepOf(number, metrics.epochs()) : number;
        String caption = byEpoch ? epochCaption(number, metrics.epochs()) : stepCaption(number);
        return withSize(new SampleGrid(label, step, caption, file, 0, 0));
    }

    private static String stepCaption(long step) {
        return "generator step " + NumberFormats.count(step);
    }

    private static String epochCaption(long epoch, List<EpochRecord> records) {
        OptionalLong step = loggedStepOf(epoch, records);
        return "epoch " + NumberFormats.count(epoch) + (step.isPresent() ? ", " + stepCaption(step.getAsLong()) : "");
    }

    private static OptionalLong loggedStepOf(long epoch, List<EpochRecord> records) {
        return records.stream()
                .filter(record -> record.epoch() == epoch)
                .mapToLong(EpochRecord::step)
                .findFirst();
    }

    /** The logged step; else extrapolated from the last logged epoch; else the number of the epoch. */
    private static double stepOf(long epoch, List<EpochRecord> records) {
        OptionalLong logged = loggedStepOf(epoch, records);
        if (logged.isPresent() || records.isEmpty()) {
            return logged.orElse(epoch);
        }
        EpochRecord last = records.get(records.size() - 1);
        return (double) epoch * last.step() / Math.max(1, last.epoch());
    }

    /** A PNG file begins with its signature, then length and name of the first chunk, then width and height. */
    private static Optional<SampleGrid> withSize(SampleGrid grid) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(grid.file))) {
            boolean png = in.readLong() == PNG_SIGNATURE;
            in.readLong();
            int width = in.readInt();
            int height = in.readInt();
            return png && width > 0 && height > 0
                    ? Optional.of(new SampleGrid(grid.label, grid.step, grid.caption, grid.file, width, height))
                    : Optional.empty();
        } catch (IOException tooShortOrGone) {
            return Optional.empty();
        }
    }
}
