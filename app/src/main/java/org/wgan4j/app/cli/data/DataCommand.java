package org.wgan4j.app.cli.data;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.OutputPath;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.format.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j data}: which data sets there are, and what is in one. */
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Mixin
    private DataOptions choice = new DataOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The data set to show; without it, all are listed.")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE.png", description = "Draws some of the images, class by class.")
    private @Nullable Path picture;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        OutputPath.refuseEmpty("--out", picture);
        PrintWriter out = spec.commandLine().getOut();
        if (!name.isEmpty() || choice.fromFile()) {
            show(out);
        } else {
            list(out);
        }
        out.flush();
        return ExitCodes.OK;
    }

    private void list(PrintWriter out) {
        if (picture != null || !choice.source("").digits().isEmpty()) {
            throw new ActionableException("--out and --digits are about one data set: name it, one of "
                    + String.join(", ", Datasets.names()) + ", or give --images FILE");
        }
        if (json) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (String known : Datasets.names()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("name", known);
                row.put("about", Datasets.describe(known));
                rows.add(row);
            }
            out.println(Json.text(Map.of("data", rows)));
            return;
        }
        for (String known : Datasets.names()) {
            out.printf(Locale.ROOT, "%-10s  %s%n", known, Datasets.describe(known));
        }
    }

    private void show(PrintWriter out) {
        if (!name.isEmpty() && choice.fromFile()) {
            throw new ActionableException(
                    "'" + name + "' is a named data set and --images a file of your own; give one of the two");
        }
        if (picture != null) {
            AtomicFile.requireWritable(picture);
        }
        Dataset data = Datasets.load(choice.source(name));
        if (json) {
            CommandOutput.of(spec).json(object(data));
        } else {
            describe(data, out);
        }
        if (picture != null) {
            ClassPicture.draw(data, picture);
            if (!json) {
                CommandOutput.of(spec).wrote(picture);
            }
        }
    }

    private static void describe(Dataset data, PrintWriter out) {
        out.println(data);
        out.println("sha256 " + data.sha256() + " (" + (data.samples() instanceof Points ? "coordinates" : "pixels")
                + " and labels)");
        if (data.labelled()) {
            bars(data.classHistogram()).forEach(out::println);
        } else {
            out.println("no labels");
        }
        out.flush();
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
