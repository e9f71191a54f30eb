package org.wgan4j.report.html;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wgan4j.gan.run.EpochRecord;

/** The section with the table of epochs: last step, duration and the mean of every loss term. */
record EpochSection(RunFacts facts) {
    /** Most rows; of more epochs an even subset is shown. */
    static final int MOST_ROWS = 60;

    private static final Map<String, String> TUTORIAL_LOSSES =
            Map.of("c1", "critic-real (tutorials)", "c2", "critic-fake (tutorials)", "g", "generator (tutorials)");

    private record Column(String heading, Function<EpochRecord, String> cell) {}

    void write(HtmlBuilder page) {
        page.element("h2", "Epochs");
        List<EpochRecord> all = facts.metrics().epochs();
        if (all.isEmpty()) {
            page.element("p", "No epoch has ended yet.");
            return;
        }
        List<EpochRecord> rows = EvenSubset.of(all, MOST_ROWS);
        page.element("p", rows.size() == all.size() ? TEXT : TEXT + thinned(all.size()));
        List<Column> columns = columns(all);
        page.openTable(
                "table of epochs",
                "numbers",
                columns.stream().map(Column::heading).toList());
        rows.forEach(row -> {
            page.open("tr");
            columns.forEach(column -> page.element("td", column.cell().apply(row)));
            page.close();
        });
        page.closeTable();
    }

    private static final String TEXT = "Each row has the means over the generator steps of one epoch.";

    private static String thinned(int all) {
        return " Of " + NumberFormats.count(all) + " epochs, " + MOST_ROWS + " are shown; metrics.jsonl has them all.";
    }

    private static List<Column> columns(List<EpochRecord> records) {
        Stream<Column> fixed = Stream.of(
                new Column("epoch", record -> NumberFormats.count(record.epoch())),
                new Column("generator step", record -> NumberFormats.count(record.step())),
                new Column("seconds", record -> NumberFormats.value(record.seconds())));
        Stream<Column> means =
                names(records, EpochRecord::means).map(name -> column(heading(name), name, EpochRecord::means));
        // Other recipes repeat critic_loss and generator_loss under another name.
        Stream<Column> tutorial = names(records, EpochRecord::seedMeans)
                .filter(TUTORIAL_LOSSES::containsKey)
                .map(name -> column(TUTORIAL_LOSSES.getOrDefault(name, name), name, EpochRecord::seedMeans));
        return Stream.of(fixed, means, tutorial).flatMap(part -> part).toList();
    }

    private static String heading(String term) {
        return "wasserstein_estimate".equals(term) ? "W estimate" : term.replace('_', ' ');
    }

    private static Stream<String> names(List<EpochRecord> records, Function<EpochRecord, Map<String, Double>> terms) {
        return records.stream()
                .flatMap(record -> terms.apply(record).keySet().stream())
                .distinct();
    }

    private static Column column(String heading, String name, Function<EpochRecord, Map<String, Double>> terms) {
        return new Column(heading, record -> {
            Map<String, Double> values = terms.apply(record);
            return values.containsKey(name) ? NumberFormats.value(values.getOrDefault(name, Double.NaN)) : "";
        });
    }
}
