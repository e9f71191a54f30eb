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

/** The claims that tutorials make about WGANs, each with the decision that follows from the runs of a comparison. */
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
            claims.add(fasterClaim(scale));
        }
        claims.add(modeCollapseClaim());
        claims.add(lossClaim());
        claims.add(stabilityClaim());
        claims.add(optimalCriticClaim());
        return claims;
    }

    /** Makes a claim undecided where no recipe has learnt: then a better number is no better sample. */
    private static Claim ifLearnt(boolean learnt, Claim claim) {
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

    /** The mean of a number over the seeds of an arm, with its interval. */
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

        String label() {
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

    private static List<ArmMean> means(List<ArmRecord> arms, Function<TrialRecord, OptionalDouble> number) {
        List<ArmMean> means = new ArrayList<>();
        for (ArmRecord arm : arms) {
            Optional<Measurement.Estimate> value = arm.over(number);
            value.ifPresent(interval -> means.add(new ArmMean(arm, interval)));
        }
        return means;
    }

    /** Holds if one of the first is certainly below every second, fails if one of the second is certainly below every first. */
    private static Claim.Decision decision(List<ArmMean> lower, List<ArmMean> higher) {
        if (lower.isEmpty() || higher.isEmpty()) {
            return Claim.Decision.UNTESTED;
        }
        boolean holds = lower.stream().anyMatch(one -> higher.stream().allMatch(one::certainlyBelow));
        boolean fails = higher.stream().anyMatch(one -> lower.stream().allMatch(one::certainlyBelow));
        return holds ? Claim.Decision.HOLDS : fails ? Claim.Decision.FAILS : Claim.Decision.UNDECIDED;
    }

    private static String listed(List<ArmMean> one, List<ArmMean> other) {
        List<String> texts = new ArrayList<>();
        one.forEach(mean -> texts.add(mean.label()));
        other.forEach(mean -> texts.add(mean.label()));
        return texts.isEmpty() ? UNTESTED : String.join("; ", texts);
    }

    private Claim fasterClaim(CostScale scale) {
        double reach = Comparison.reach(comparison.of(Experiment.RECIPES), scale);
        Function<TrialRecord, OptionalDouble> distance = trial -> trial.valueAt(DISTANCE, scale, reach);
        List<ArmMean> wgan = means(wassersteins, distance);
        List<ArmMean> gan = means(gans, distance);
        boolean learnt = comparison.of(Experiment.RECIPES).stream()
                .anyMatch(arm -> LearningCriterion.learntBy(arm, scale, reach));
        return ifLearnt(
                learnt,
                new Claim(
                        "A WGAN gets better samples sooner than a GAN, at equal " + equal(scale) + ".",
                        decision(wgan, gan),
                        "Fréchet distance at " + scale.amount(reach) + ": " + listed(wgan, gan) + "."));
    }

    private static String equal(CostScale scale) {
        return switch (scale) {
            case STEPS -> "generator steps";
            case IMAGES -> "numbers of real images";
            case SECONDS -> "time on this machine";
        };
    }

    private Claim modeCollapseClaim() {
        Function<TrialRecord, OptionalDouble> missed = trial -> {
            OptionalDouble recall = trial.lastValue(Metrics.RECALL.key());
            return recall.isPresent() ? OptionalDouble.of(1 - recall.getAsDouble()) : recall;
        };
        List<ArmMean> wgan = means(wassersteins, missed);
        List<ArmMean> gan = means(gans, missed);
        List<ArmMean> classes =
                means(comparison.of(Experiment.RECIPES), trial -> trial.lastValue(Metrics.CLASSES_PRESENT.key()));
        String present = classes.isEmpty() ? "" : " Classes present at the end: " + listed(classes, List.of()) + ".";
        return ifLearnt(
                learntInTheEnd(),
                new Claim(
                        "A WGAN collapses less: its samples leave out fewer real images.",
                        decision(wgan, gan),
                        "Share of real images that no sample is near (1 − recall) at the end: " + listed(wgan, gan)
                                + "." + present));
    }

    private Claim lossClaim() {
        List<String> texts = new ArrayList<>();
        boolean high = !wassersteins.isEmpty();
        boolean none = !gans.isEmpty();
        boolean certain = true;
        for (ArmRecord arm : comparison.of(Experiment.RECIPES)) {
            for (ObjectiveCurves.Indicator indicator : arm.indicators()) {
                Optional<Measurement.Estimate> correlation =
                        arm.over(trial -> IndicatorCorrelation.of(indicator, trial, DISTANCE));
                if (correlation.isEmpty()) {
                    texts.add(arm.arm().name() + ": too few measures");
                    certain = false;
                    continue;
                }
                Measurement.Estimate r = correlation.get();
                texts.add(new ArmMean(arm, r).label() + " (" + indicator.label() + ")");
                certain &= r.samples() > 1;
                high &= !arm.estimatesWasserstein() || r.low() > 0.5;
                none &= arm.estimatesWasserstein() || r.low() < 0.5;
            }
        }
        boolean tested = !gans.isEmpty() && !wassersteins.isEmpty();
        Claim.Decision decision = !tested
                ? Claim.Decision.UNTESTED
                : !certain ? Claim.Decision.UNDECIDED : high && none ? Claim.Decision.HOLDS : Claim.Decision.FAILS;
        return ifLearnt(
                learntInTheEnd(),
                new Claim(
                        "The loss of a WGAN falls as its samples get better, that of a GAN says nothing.",
                        decision,
                        "Spearman's correlation of what people watch with the Fréchet distance, 1 where they fall together; held"
                                + " if every WGAN's interval lies above 0.5 and no GAN's does: "
                                + String.join("; ", texts) + "."));
    }

    /** Compares the share of settings under which each seed has not learnt. */
    private Claim stabilityClaim() {
        List<ArmMean> wgan = new ArrayList<>();
        List<ArmMean> gan = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (ArmRecord recipe : comparison.of(Experiment.RECIPES)) {
            List<ArmRecord> cells = comparison.of(Experiment.STABILITY).stream()
                    .filter(cell -> cell.arm().group().equals(recipe.arm().group()))
                    .toList();
            if (!cells.isEmpty()) {
                double[] failed = failedShares(cells);
                (recipe.estimatesWasserstein() ? wgan : gan)
                        .add(new ArmMean(recipe, Measurement.Estimate.ofMean(failed)));
                long learnt =
                        Math.round(Arrays.stream(failed).map(share -> 1 - share).sum() * cells.size());
                texts.add(String.format(
                        Locale.ROOT,
                        "%s learns in %d of %d",
                        recipe.arm().name(),
                        learnt,
                        failed.length * cells.size()));
            }
        }
        return new Claim(
                "A WGAN trains more stably: it still learns under other learning rates and weaker networks.",
                decision(wgan, gan),
                texts.isEmpty()
                        ? "No grid of settings was trained; the experiment stability does."
                        : String.join("; ", texts) + " runs. " + seeds(wgan, gan) + LearningCriterion.DESCRIPTION);
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

    private static String seeds(List<ArmMean> wgan, List<ArmMean> gan) {
        boolean one = Stream.concat(wgan.stream(), gan.stream()).anyMatch(mean -> mean.value.samples() == 1);
        return one ? "One seed each, which decides nothing; more extra seeds do. " : "";
    }

    private Claim optimalCriticClaim() {
        List<ArmRecord> arms = comparison.of(Experiment.OPTIMAL_CRITIC);
        List<String> texts = new ArrayList<>();
        List<ArmMean> wgan = new ArrayList<>();
        List<ArmMean> gan = new ArrayList<>();
        for (ArmRecord arm : arms) {
            Optional<Measurement.Estimate> gain = gain(arm);
            if (gain.isPresent()) {
                ArmMean mean = new ArmMean(arm, gain.get());
                (arm.estimatesWasserstein() ? wgan : gan).add(mean);
                texts.add(mean.label());
            }
        }
        return new Claim(
                "A WGAN's critic can be trained to optimality, and the generator learns the better; a GAN's discriminator cannot.",
                gainDecision(wgan, gan),
                texts.isEmpty()
                        ? tooFew(arms)
                        : "How much lower the Fréchet distance is than with the recipe's own critic steps, after as many generator steps: "
                                + String.join("; ", texts) + ". "
                                + seeds(wgan, gan).strip());
    }

    /** Holds if every WGAN certainly gains and every GAN certainly loses, fails if one certainly does the opposite. */
    private static Claim.Decision gainDecision(List<ArmMean> wgan, List<ArmMean> gan) {
        if (wgan.isEmpty() || gan.isEmpty()) {
            return Claim.Decision.UNTESTED;
        }
        boolean holds = wgan.stream().allMatch(ArmMean::certainlyAboveZero)
                && gan.stream().allMatch(ArmMean::certainlyBelowZero);
        boolean fails = wgan.stream().anyMatch(ArmMean::certainlyBelowZero)
                || gan.stream().anyMatch(ArmMean::certainlyAboveZero);
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

    /** The reduction of the distance against the recipe itself after the same generator steps, over the seeds of both. */
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
