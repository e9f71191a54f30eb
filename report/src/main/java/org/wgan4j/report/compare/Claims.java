package org.wgan4j.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.recipe.ObjectiveCurves;

/** The verdict on each claim that the tutorials make, from the runs of a comparison. */
final class Claims {
    private static final String DISTANCE = Metrics.FRECHET_DISTANCE.key();
    private static final String UNTESTED =
            "It takes a GAN and a WGAN in one comparison, judged by the features of MNIST's digits.";

    private final Comparison comparison;
    private final List<ArmRecord> gans;
    private final List<ArmRecord> wassersteins;

    private Claims(Comparison comparison) {
        List<ArmRecord> recipes = comparison.of(Experiment.RECIPES);
        this.comparison = comparison;
        this.gans = recipes.stream().filter(arm -> !arm.estimatesWasserstein()).toList();
        this.wassersteins =
                recipes.stream().filter(ArmRecord::estimatesWasserstein).toList();
    }

    static List<Claim> of(Comparison comparison) {
        return new Claims(comparison).all();
    }

    private List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        for (CostScale scale : CostScale.values()) {
            claims.add(sooner(scale));
        }
        claims.add(collapsesLess());
        claims.add(lossMeansSomething());
        claims.add(stabler());
        claims.add(learnsFromTheBestCritic());
        return claims;
    }

    /** Between recipes none of which draws anything like the data yet, a better number is no better sample. */
    private static Claim among(boolean learnt, Claim claim) {
        boolean decided = claim.verdict() == Claim.Decision.HOLDS || claim.verdict() == Claim.Decision.FAILS;
        return learnt || !decided
                ? claim
                : new Claim(
                        claim.claim(),
                        Claim.Decision.UNDECIDED,
                        "No recipe has learnt to draw the data by then under all of its seeds, so these numbers decide nothing; a larger budget may. "
                                + claim.numbers());
    }

    private boolean learntInTheEnd() {
        return comparison.of(Experiment.RECIPES).stream().anyMatch(LearningCriterion::learns);
    }

    /** Number of an arm, with the interval over its seeds. */
    private record ArmMean(ArmRecord arm, Measurement.Estimate value) {
        boolean certainlyBelow(ArmMean other) {
            return value.samples() > 1 && other.value.samples() > 1 && value.high() < other.value.low();
        }

        boolean certainlyAboveZero() {
            return value.hasInterval() && value.low() > 0;
        }

        boolean certainlyBelowZero() {
            return value.hasInterval() && value.high() < 0;
        }

        String words() {
            String interval = value.samples() > 1
                    ? String.format(Locale.ROOT, " [%s, %s]", number(value.low()), number(value.high()))
                    : " (one seed)";
            return arm.arm().name() + " " + number(value.value()) + interval;
        }
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 1 ? "%.2f" : "%.3f", value);
    }

    private static List<ArmMean> standings(List<ArmRecord> arms, Function<TrialRecord, OptionalDouble> number) {
        List<ArmMean> standings = new ArrayList<>();
        for (ArmRecord arm : arms) {
            Optional<Measurement.Estimate> value = arm.over(number);
            value.ifPresent(interval -> standings.add(new ArmMean(arm, interval)));
        }
        return standings;
    }

    /** Held if some first is certainly below every second, failed if some second is certainly below every first. */
    private static Claim.Decision verdict(List<ArmMean> lower, List<ArmMean> higher) {
        if (lower.isEmpty() || higher.isEmpty()) {
            return Claim.Decision.UNTESTED;
        }
        boolean holds = lower.stream().anyMatch(one -> higher.stream().allMatch(one::certainlyBelow));
        boolean fails = higher.stream().anyMatch(one -> lower.stream().allMatch(one::certainlyBelow));
        return holds ? Claim.Decision.HOLDS : fails ? Claim.Decision.FAILS : Claim.Decision.UNDECIDED;
    }

    private static String listed(List<ArmMean> one, List<ArmMean> other) {
        List<String> words = new ArrayList<>();
        one.forEach(standing -> words.add(standing.words()));
        other.forEach(standing -> words.add(standing.words()));
        return words.isEmpty() ? UNTESTED : String.join("; ", words);
    }

    private Claim sooner(CostScale scale) {
        double reach = Comparison.reach(comparison.of(Experiment.RECIPES), scale);
        Function<TrialRecord, OptionalDouble> distance = trial -> trial.valueAt(DISTANCE, scale, reach);
        List<ArmMean> ours = standings(wassersteins, distance);
        List<ArmMean> theirs = standings(gans, distance);
        boolean learnt = comparison.of(Experiment.RECIPES).stream()
                .anyMatch(arm -> LearningCriterion.learntBy(arm, scale, reach));
        return among(
                learnt,
                new Claim(
                        "A WGAN gets better samples sooner than a GAN, at equal " + equal(scale) + ".",
                        verdict(ours, theirs),
                        String.format(Locale.ROOT, "Fréchet distance at %,.0f %s: ", reach, plural(scale))
                                + listed(ours, theirs) + "."));
    }

    private static String equal(CostScale scale) {
        return switch (scale) {
            case STEPS -> "generator steps";
            case IMAGES -> "numbers of real images";
            case SECONDS -> "time on this machine";
        };
    }

    private static String plural(CostScale scale) {
        return scale == CostScale.STEPS ? "generator steps" : scale.words();
    }

    private Claim collapsesLess() {
        Function<TrialRecord, OptionalDouble> missed = trial -> {
            OptionalDouble recall = trial.lastValue(Metrics.RECALL.key());
            return recall.isPresent() ? OptionalDouble.of(1 - recall.getAsDouble()) : recall;
        };
        List<ArmMean> ours = standings(wassersteins, missed);
        List<ArmMean> theirs = standings(gans, missed);
        List<ArmMean> classes =
                standings(comparison.of(Experiment.RECIPES), trial -> trial.lastValue(Metrics.CLASSES_PRESENT.key()));
        String present = classes.isEmpty() ? "" : " Classes present at the end: " + listed(classes, List.of()) + ".";
        return among(
                learntInTheEnd(),
                new Claim(
                        "A WGAN collapses less: its samples leave out fewer real images.",
                        verdict(ours, theirs),
                        "Share of real images that no sample is near (1 − recall) at the end: " + listed(ours, theirs)
                                + "." + present));
    }

    private Claim lossMeansSomething() {
        List<String> words = new ArrayList<>();
        boolean high = !wassersteins.isEmpty();
        boolean none = !gans.isEmpty();
        boolean certain = true;
        for (ArmRecord arm : comparison.of(Experiment.RECIPES)) {
            for (ObjectiveCurves.Indicator indicator : arm.indicators()) {
                Optional<Measurement.Estimate> correlation = arm.over(trial -> IndicatorCorrelation.of(indicator, trial, DISTANCE));
                if (correlation.isEmpty()) {
                    words.add(arm.arm().name() + ": too few measures");
                    certain = false;
                    continue;
                }
                Measurement.Estimate r = correlation.get();
                words.add(new ArmMean(arm, r).words() + " (" + indicator.label() + ")");
                certain &= r.samples() > 1;
                high &= !arm.estimatesWasserstein() || r.low() > 0.5;
                none &= arm.estimatesWasserstein() || r.low() < 0.5;
            }
        }
        boolean tested = !gans.isEmpty() && !wassersteins.isEmpty();
        Claim.Decision verdict = !tested
                ? Claim.Decision.UNTESTED
                : !certain ? Claim.Decision.UNDECIDED : high && none ? Claim.Decision.HOLDS : Claim.Decision.FAILS;
        return among(
                learntInTheEnd(),
                new Claim(
                        "The loss of a WGAN falls as its samples get better, that of a GAN says nothing.",
                        verdict,
                        "Spearman's correlation of what people watch with the Fréchet distance, 1 where they fall together; held"
                                + " if every WGAN's interval lies above 0.5 and no GAN's does: "
                                + String.join("; ", words) + "."));
    }

    /** By the share of settings under which each seed has learnt: a verdict takes several seeds, as everywhere. */
    private Claim stabler() {
        List<ArmMean> ours = new ArrayList<>();
        List<ArmMean> theirs = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (ArmRecord recipe : comparison.of(Experiment.RECIPES)) {
            List<ArmRecord> cells = comparison.of(Experiment.STABILITY).stream()
                    .filter(cell -> cell.arm().group().equals(recipe.arm().group()))
                    .toList();
            if (!cells.isEmpty()) {
                double[] failed = failedShares(cells);
                (recipe.estimatesWasserstein() ? ours : theirs)
                        .add(new ArmMean(recipe, Measurement.Estimate.ofMean(failed)));
                long learnt =
                        Math.round(Arrays.stream(failed).map(share -> 1 - share).sum() * cells.size());
                words.add(String.format(
                        Locale.ROOT,
                        "%s learns in %d of %d",
                        recipe.arm().name(),
                        learnt,
                        failed.length * cells.size()));
            }
        }
        return new Claim(
                "A WGAN trains more stably: it still learns under other learning rates and weaker networks.",
                verdict(ours, theirs),
                words.isEmpty()
                        ? "No grid of settings was trained; the experiment stability does."
                        : String.join("; ", words) + " runs. " + seeds(ours, theirs) + LearningCriterion.WORDS);
    }

    /** For each seed that all cells have, the share of cells in which it has not learnt. */
    private static double[] failedShares(List<ArmRecord> cells) {
        int seeds = cells.stream().mapToInt(cell -> cell.trials().size()).min().orElse(0);
        double[] failed = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            int trial = seed;
            failed[seed] = (double) cells.stream()
                            .filter(cell ->
                                    !LearningCriterion.learnt(cell.trials().get(trial)))
                            .count()
                    / cells.size();
        }
        return failed;
    }

    private static String seeds(List<ArmMean> ours, List<ArmMean> theirs) {
        boolean one = Stream.concat(ours.stream(), theirs.stream()).anyMatch(standing -> standing.value.samples() == 1);
        return one ? "One seed each, which decides nothing; more extra seeds do. " : "";
    }

    private Claim learnsFromTheBestCritic() {
        List<ArmRecord> arms = comparison.of(Experiment.OPTIMAL_CRITIC);
        List<String> words = new ArrayList<>();
        List<ArmMean> ours = new ArrayList<>();
        List<ArmMean> theirs = new ArrayList<>();
        for (ArmRecord arm : arms) {
            Optional<Measurement.Estimate> gain = gain(arm);
            if (gain.isPresent()) {
                ArmMean standing = new ArmMean(arm, gain.get());
                (arm.estimatesWasserstein() ? ours : theirs).add(standing);
                words.add(standing.words());
            }
        }
        return new Claim(
                "A WGAN's critic can be trained to optimality, and the generator learns the better; a GAN's discriminator cannot.",
                ofGains(ours, theirs),
                words.isEmpty()
                        ? tooFew(arms)
                        : "How much lower the Fréchet distance is than with the recipe's own critic steps, after as many generator steps: "
                                + String.join("; ", words) + ". "
                                + seeds(ours, theirs).strip());
    }

    /** Held if every WGAN certainly gains and every GAN certainly loses, failed if one certainly does the opposite. */
    private static Claim.Decision ofGains(List<ArmMean> ours, List<ArmMean> theirs) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Claim.Decision.UNTESTED;
        }
        boolean holds = ours.stream().allMatch(ArmMean::certainlyAboveZero)
                && theirs.stream().allMatch(ArmMean::certainlyBelowZero);
        boolean fails = ours.stream().anyMatch(ArmMean::certainlyBelowZero)
                || theirs.stream().anyMatch(ArmMean::certainlyAboveZero);
        return holds ? Claim.Decision.HOLDS : fails ? Claim.Decision.FAILS : Claim.Decision.UNDECIDED;
    }

    private static String tooFew(List<ArmRecord> arms) {
        return arms.isEmpty()
                ? "No run had 100 critic steps to one; the experiment optimal-critic trains them."
                : String.format(
                        Locale.ROOT,
                        "The runs with 100 critic steps to one made %.0f generator steps or fewer, less than the recipes' first measure: raise their budget.",
                        arms.stream()
                                .mapToDouble(arm -> arm.reach(CostScale.STEPS))
                                .max()
                                .orElse(0));
    }

    /** How much lower the distance is than that of the recipe itself after the same generator steps, over the seeds of both. */
    private Optional<Measurement.Estimate> gain(ArmRecord arm) {
        return comparison.of(Experiment.RECIPES).stream()
                .filter(one -> one.arm().group().equals(arm.arm().group()))
                .findFirst()
                .flatMap(recipe -> {
                    double steps = Math.min(arm.reach(CostScale.STEPS), recipe.reach(CostScale.STEPS));
                    double[] gains = arm.trials().stream()
                            .flatMapToDouble(trial -> recipe.trials().stream()
                                    .filter(usual -> usual.seed() == trial.seed())
                                    .mapToDouble(usual -> at(usual, steps) - at(trial, steps)))
                            .filter(Double::isFinite)
                            .toArray();
                    return gains.length == 0 ? Optional.empty() : Optional.of(Measurement.Estimate.ofMean(gains));
                });
    }

    private static double at(TrialRecord trial, double steps) {
        return trial.valueAt(DISTANCE, CostScale.STEPS, steps).orElse(Double.NaN);
    }
}
