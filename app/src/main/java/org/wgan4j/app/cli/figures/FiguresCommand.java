package org.wgan4j.app.cli.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.NearestWord;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.report.theory.Figure;
import org.wgan4j.report.theory.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j figures}: the figures that explain the Wasserstein distance. Used by one thread. */
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

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The figure to draw, or 'all'; without it, the figures are listed.")
    private String name = "";

    @Option(names = "--out", paramLabel = "DIR", description = "The folder that the files are written to.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            list();
        } else {
            draw();
        }
        return ExitCodes.OK;
    }

    private void list() {
        if (folder != null) {
            throw new ActionableException("--out is where a figure is drawn: name it, one of " + choice());
        }
        output.answer(
                () -> Map.of(
                        "figures",
                        Figures.all().stream().map(FiguresCommand::object).toList()),
                () -> Figures.all().stream()
                        .map(figure -> String.format(Locale.ROOT, "%-21s  %s", figure.name(), figure.summary()))
                        .toList());
    }

    private static Map<String, Object> object(Figure figure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", figure.name());
        object.put("about", figure.summary());
        object.put("trains", figure.trains());
        return object;
    }

    private void draw() {
        List<Figure> chosen = name.equals(ALL)
                ? Figures.all().stream().filter(figure -> !figure.trains()).toList()
                : List.of(named());
        if (folder == null) {
            throw new ActionableException(
                    "a figure needs a folder to be drawn into; add --out DIR, such as --out " + name);
        }
        AtomicFile.requireFolder(folder);
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (Figure figure : chosen) {
            List<Path> files = draw(figure, folder);
            if (output.isJson()) {
                drawn.add(object(figure, files));
            } else {
                output.line(figure.name() + ": " + figure.caption());
                files.forEach(output::wrote);
            }
        }
        output.answer(() -> Map.of("figures", drawn), List::of);
    }

    private static Map<String, Object> object(Figure figure, List<Path> files) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", figure.name());
        object.put("caption", figure.caption());
        object.put("files", files.stream().map(Path::toString).toList());
        return object;
    }

    private List<Path> draw(Figure figure, Path into) {
        output.progress("drawing " + figure.name() + " ...");
        return figure.writeWithCaption(into);
    }

    private Figure named() {
        return Figures.named(name)
                .orElseThrow(() -> new ActionableException("there is no figure '" + name + "'"
                        + NearestWord.question(name, Figures.names()) + "; name one of " + choice()));
    }

    private static String choice() {
        return String.join(", ", Figures.names()) + ", or " + ALL;
    }
}
