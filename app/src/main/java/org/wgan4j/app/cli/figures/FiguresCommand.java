package org.wgan4j.app.cli.figures;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.NearestWord;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.report.theory.Figure;
import org.wgan4j.report.theory.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j figures}: the figures that explain why the Wasserstein distance. */
@Command(
        name = "figures",
        description = {
            "Lists the figures that explain the Wasserstein distance, or computes and draws one, or 'all' of them.",
            "Those that train networks take about half a minute each, and are drawn where they are named, not with 'all'.",
            "Each is written as NAME.png and NAME.svg, some also as NAME.gif, with what to see in it in NAME.txt."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j figures                            the figures",
            "  wgan4j figures parallel-lines --out pics  one of them",
            "  wgan4j figures vanishing-gradient --out pics",
            "  wgan4j figures all --out pics             all that train nothing",
        })
public final class FiguresCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The figure to draw, or 'all'; without it, the figures are listed.")
    private String name = "";

    @Option(names = "--out", paramLabel = "DIR", description = "The folder that the files are written to.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            list(out);
        } else {
            draw(out);
        }
        out.flush();
        return ExitCodes.OK;
    }

    private void list(PrintWriter out) {
        if (folder != null) {
            throw new ActionableException("--out is where a figure is drawn: name it, one of " + choice());
        }
        if (json) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Figure figure : Figures.all()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("name", figure.name());
                row.put("about", figure.summary());
                row.put("trains", figure.trains());
                rows.add(row);
            }
            out.println(Json.text(Map.of("figures", rows)));
            return;
        }
        for (Figure figure : Figures.all()) {
            out.printf(Locale.ROOT, "%-21s  %s%n", figure.name(), figure.summary());
        }
    }

    private void draw(PrintWriter out) {
        List<Figure> chosen = name.equals(ALL)
                ? Figures.all().stream().filter(figure -> !figure.trains()).toList()
                : List.of(named());
        if (folder == null) {
            throw new ActionableException(
                    "a figure needs a folder to be drawn into; add --out DIR, such as --out " + name);
        }
        AtomicFile.requireFolder(folder);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Figure figure : chosen) {
            List<Path> files = draw(figure, folder);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", figure.name());
            row.put("caption", figure.caption());
            row.put("files", files.stream().map(Path::toString).toList());
            rows.add(row);
            if (!json) {
                out.println(figure.name() + ": " + figure.caption());
                files.forEach(CommandOutput.of(spec)::wrote);
            }
        }
        if (json) {
            out.println(Json.text(Map.of("figures", rows)));
        }
    }

    private List<Path> draw(Figure figure, Path into) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("drawing " + figure.name() + " ...");
        err.flush();
        return figure.writeWithCaption(into);
    }

    private Figure named() {
        return Figures.named(name).orElseThrow(() -> {
            String near = NearestWord.of(name, Figures.names())
                    .map(word -> ", did you mean " + word + "?")
                    .orElse("");
            return new ActionableException("there is no figure '" + name + "'" + near + "; name one of " + choice());
        });
    }

    private static String choice() {
        return String.join(", ", Figures.names()) + ", or " + ALL;
    }
}
