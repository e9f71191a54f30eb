package org.wgan4j.app.cli.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.OutputPath;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.format.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j data}: the list of data sets, or the contents of one. Used by one thread. */
@Command(
        name = "data",
        description = "Lists the data sets, or shows one: counts, shape, classes, checksum and, with --out, a picture.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j data                                   the data sets",
            "  wgan4j data mnist                             one of them",
            "  wgan4j data mnist --digits 3,4,6 --out a.png  a part of it, with a picture",
            "  wgan4j data --images a.idx --labels b.idx     files of your own",
        })
public final class DataCommand implements Callable<Integer> {
    private static final int LONGEST_BAR = 50;

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Mixin
    private DataOptions choice = new DataOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The data set to show; without it, all are listed.")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE.png", description = "Draws some of the images, class by class.")
    private @Nullable Path picture;

    @Override
    public Integer call() {
        OutputPath.refuseEmpty("--out", picture);
        if (!name.isEmpty() || choice.fromFile()) {
            show();
        } else {
            list();
        }
        return ExitCodes.OK;
    }

    private void list() {
        if (picture != null || !choice.source("").digits().isEmpty()) {
            throw new ActionableException("--out and --digits are about one data set: name it, one of "
                    + String.join(", ", Datasets.names()) + ", or give --images FILE");
        }
        output.answer(
                () -> Map.of(
                        "data",
                        Datasets.names().stream().map(DataCommand::object).toList()),
                () -> Datasets.names().stream()
                        .map(known -> String.format(Locale.ROOT, "%-10s  %s", known, Datasets.describe(known)))
                        .toList());
    }

    private static Map<String, Object> object(String known) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", known);
        object.put("about", Datasets.describe(known));
        return object;
    }

    private void show() {
        if (!name.isEmpty() && choice.fromFile()) {
            throw new ActionableException(
                    "'" + name + "' is a named data set and --images a file of your own; give one of the two");
        }
        if (picture != null) {
            AtomicFile.requireWritable(picture);
        }
        Dataset data = Datasets.load(choice.source(name));
        output.answer(() -> object(data), () -> lines(data));
        if (picture != null) {
            output.write(picture, file -> ClassPicture.draw(data, file));
        }
    }

    private static List<String> lines(Dataset data) {
        List<String> lines = new ArrayList<>();
        lines.add(data.toString());
        lines.add("sha256 " + data.sha256() + " (" + (data.samples() instanceof Points ? "coordinates" : "pixels")
                + " and labels)");
        lines.addAll(data.labelled() ? bars(data.classHistogram()) : List.of("no labels"));
        return lines;
    }

    /** One line a class: label, count and a bar. */
    private static List<String> bars(SortedMap<Integer, Integer> histogram) {
        int most = histogram.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<String> lines = new ArrayList<>();
        histogram.forEach((label, count) -> {
            int length = (int) Math.max(1, Math.round((double) LONGEST_BAR * count / most));
            lines.add(String.format(Locale.ROOT, "%5d %7d %s", label, count, "#".repeat(length)));
        });
        return lines;
    }

    private static Map<String, Object> object(Dataset data) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", data.name());
        object.put(data.samples() instanceof Points ? "points" : "images", data.size());
        object.put("shape", data.shape().toString());
        object.put("sha256", data.sha256());
        object.put("classes", data.labelled() ? data.classHistogram() : Map.of());
        return object;
    }
}
