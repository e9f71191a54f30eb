package org.wgan4j.app.cli.emd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.Numeral;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.divergence.HistogramDivergence;
import org.wgan4j.transport.solver.OptimalTransport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wgan4j divergences}: Wasserstein distances of two histograms beside the divergences that GANs are explained with. Used by one thread. */
@Command(
        name = "divergences",
        description = {
            "Compares two histograms on a line: Wasserstein distances, which know how far apart the bins are, beside divergences,"
                    + " which do not.",
            "Both must sum to 1, or be made to by --normalize; the shorter one is taken to be empty in its missing bins."
                    + " In JSON, an infinite value is the string \"infinity\", and 'infinite' says why."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j divergences --from 0.5,0.3,0.2 --to 0.2,0.3,0.5",
            "  wgan4j divergences --from 1,0,0 --to 0,0,1         infinite, bounded, and the distance",
            "  wgan4j divergences --from 3,1 --to 1,1,4 --normalize --json",
        })
public final class DivergencesCommand implements Callable<Integer> {
    private static final String INFINITY = "infinity";

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Mixin
    private HistogramOptions histograms = new HistogramOptions();

    /** One number: what it is called in JSON and in text, its value, and what there is to know about it. */
    private record Row(String key, String name, double value, String about) {}

    @Override
    public Integer call() {
        InputReader reader = new InputReader(System.in, output::note);
        Histogram source = histograms.source(reader);
        Histogram target = histograms.target(reader);
        requireProbability("--from", source);
        requireProbability("--to", target);
        int bins = Math.max(source.size(), target.size());
        Histogram from = padded(source, bins);
        Histogram to = padded(target, bins);
        List<Row> rows = rows(from, to);
        List<String> reasons = reasons(rows, from, to);
        output.answer(
                () -> object(rows, reasons),
                () -> Stream.concat(rows.stream().map(DivergencesCommand::line), reasons.stream())
                        .toList());
        return ExitCodes.OK;
    }

    private static String line(Row row) {
        String value = Double.isInfinite(row.value()) ? INFINITY : Double.toString(row.value());
        return String.format(Locale.ROOT, "%-22s  %-21s  %s", row.name(), value, row.about())
                .stripTrailing();
    }

    private static List<Row> rows(Histogram from, Histogram to) {
        return List.of(
                new Row("w1", "W1", wasserstein(from, to, 1), "bins, knows distances"),
                new Row("w2", "W2", wasserstein(from, to, 2), "bins, knows distances"),
                new Row("kl", "KL(from || to)", HistogramDivergence.kullbackLeibler(from, to), "nats"),
                new Row("kl_reverse", "KL(to || from)", HistogramDivergence.kullbackLeibler(to, from), "nats"),
                new Row("js", "JS", HistogramDivergence.jensenShannon(from, to), "nats, at most ln 2 = 0.6931"),
                new Row("tv", "TV", HistogramDivergence.totalVariation(from, to), "at most 1"),
                new Row("hellinger", "Hellinger", HistogramDivergence.hellinger(from, to), "at most 1"),
                new Row("chi_square", "chi-square(from || to)", HistogramDivergence.chiSquare(from, to), ""),
                new Row("chi_square_reverse", "chi-square(to || from)", HistogramDivergence.chiSquare(to, from), ""));
    }

    private static double wasserstein(Histogram from, Histogram to, double power) {
        return OptimalTransport.between(from, to)
                .cost(Cost.euclidean(power))
                .solve()
                .distance();
    }

    private static Map<String, Object> object(List<Row> rows, List<String> reasons) {
        Map<String, Object> object = new LinkedHashMap<>();
        rows.forEach(row -> object.put(row.key(), Double.isInfinite(row.value()) ? INFINITY : row.value()));
        object.put("infinite", reasons);
        return object;
    }

    /** Why some values are infinite, a sentence for each direction. */
    private static List<String> reasons(List<Row> rows, Histogram from, Histogram to) {
        List<String> reasons = new ArrayList<>();
        int missing = firstUncovered(from, to);
        if (missing >= 0) {
            reasons.add("KL and chi-square (from || to) are infinite because --from has mass in bin " + missing
                    + " and --to has none there.");
        }
        int missingBack = firstUncovered(to, from);
        if (missingBack >= 0) {
            reasons.add("KL and chi-square (to || from) are infinite because --to has mass in bin " + missingBack
                    + " and --from has none there.");
        }
        if (reasons.isEmpty() && rows.stream().anyMatch(row -> Double.isInfinite(row.value()))) {
            reasons.add("A chi-square above 1.8e308, the largest number that is kept, is shown as infinite.");
        }
        return reasons;
    }

    /** The first bin where one has mass and the other has none; -1 without such a bin. */
    private static int firstUncovered(Histogram p, Histogram q) {
        for (int i = 0; i < p.size(); i++) {
            if (p.mass(i) > 0 && q.mass(i) == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Histogram padded(Histogram histogram, int bins) {
        return Histogram.of(Arrays.copyOf(histogram.masses(), bins));
    }

    private static void requireProbability(String option, Histogram histogram) {
        double sum = histogram.totalMass();
        if (Math.abs(sum - 1) > Problem.MASS_TOLERANCE) {
            throw new ActionableException(option + " sums to " + Numeral.of(sum)
                    + ", and divergences compare probabilities, which sum to 1; add --normalize");
        }
    }
}
