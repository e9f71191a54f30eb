package org.wgan4j.app.cli.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.report.retrieval.Match;
import org.wgan4j.report.retrieval.RetrievalAnswer;
import org.wgan4j.report.retrieval.SkippedFile;

/** The answer of {@code wgan4j retrieve} as a table or a JSON object. */
final class RetrieveAnswer {
    private RetrieveAnswer() {}

    /** The table. */
    static List<String> lines(RetrievalAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "nearest to %s of %,d pictures in %s, by exact W1 between colours in %s",
                PrintableText.of(answer.request().query().toString()),
                answer.pictures(),
                PrintableText.of(answer.request().folder().toString()),
                answer.request().settings().space().title()));
        lines.add("rank  distance     bound      L2  chi-square  picture");
        int rank = 0;
        for (Match match : answer.byTransport()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d  %8.3f  %8.3f  %6.4f      %6.4f  %s%s",
                    ++rank,
                    match.distance(),
                    match.lowerBound(),
                    match.l2(),
                    match.chiSquare(),
                    PrintableText.of(match.name()),
                    match.isQuery() ? " (the query itself)" : ""));
        }
        lines.add(String.format(
                Locale.ROOT,
                "solved exactly: %,d of %,d; the others were proven to be farther by lower bounds",
                answer.solved(),
                answer.pictures()));
        lines.add("by L2:         " + names(answer.byL2()));
        lines.add("by chi-square: " + names(answer.byChiSquare()));
        lines.add(String.format(
                Locale.ROOT,
                "read %,d pictures and %,d kept signatures in %.1f s, ranked in %.1f s",
                answer.pictures() - answer.known(),
                answer.known(),
                answer.readingSeconds(),
                answer.rankingSeconds()));
        return lines;
    }

    private static String names(List<Match> matches) {
        return matches.stream().map(match -> PrintableText.of(match.name())).collect(Collectors.joining(", "));
    }

    /** The JSON object. */
    static Map<String, Object> object(RetrievalAnswer answer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("query", answer.request().query().toString());
        object.put("folder", answer.request().folder().toString());
        object.put("space", answer.request().settings().space().name().toLowerCase(Locale.ROOT));
        object.put("bins", answer.request().settings().bins());
        object.put("pixels", answer.request().settings().mostPixels());
        object.put("k", answer.request().wanted());
        object.put("images", answer.pictures());
        object.put("images_from_cache", answer.known());
        object.put("solved_exactly", answer.solved());
        object.put("largest_duality_gap", answer.largestGap());
        object.put("query_in_results", answer.showsQuery());
        object.put(
                "skipped", answer.skipped().stream().map(RetrieveAnswer::object).toList());
        object.put("reading_seconds", answer.readingSeconds());
        object.put("ranking_seconds", answer.rankingSeconds());
        object.put("seconds", answer.readingSeconds() + answer.rankingSeconds());
        object.put("results", ranking(answer.byTransport()));
        object.put("l2_ranking", ranking(answer.byL2()));
        object.put("chi_square_ranking", ranking(answer.byChiSquare()));
        return object;
    }

    private static Map<String, Object> object(SkippedFile skipped) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", skipped.name());
        object.put("reason", skipped.reason());
        return object;
    }

    private static List<Map<String, Object>> ranking(List<Match> matches) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Match match : matches) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("rank", rows.size() + 1);
            row.put("file", match.file().toString());
            row.put("distance", match.distance());
            row.put("lower_bound", match.lowerBound());
            row.put("l2", match.l2());
            row.put("chi_square", match.chiSquare());
            rows.add(row);
        }
        return rows;
    }
}
