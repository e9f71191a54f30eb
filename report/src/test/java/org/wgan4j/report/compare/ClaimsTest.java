package org.wgan4j.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts on runs whose outcome is known. */
class ClaimsTest {
    private static final String SOONER = "sooner than a GAN, at equal generator steps";

    @TempDir
    private Path folder;

    private ArmRecord arm(String recipe, int seeds, double distance, double spread) {
        return arm(recipe, seeds, step -> -step, step -> distance, spread, 0.5);
    }

    private ArmRecord arm(
            String recipe,
            int seeds,
            DoubleUnaryOperator loss,
            DoubleUnaryOperator distance,
            double spread,
            double recall) {
        Arm arm = MadeUpTrial.arm(recipe);
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            double off = spread * (seed - 1);
            trials.add(MadeUpTrial.of(
                    folder, arm, seed, loss, step -> distance.applyAsDouble(step) + off, recall + off / 1000));
        }
        return new ArmRecord(arm, trials);
    }

    private static Claim.Decision verdict(String words, ArmRecord... arms) {
        return claim(words, arms).verdict();
    }

    private static Claim claim(String words, ArmRecord... arms) {
        return Claims.of(new Comparison(List.of(arms))).stream()
                .filter(claim -> claim.claim().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWganThatIsBetterUnderEverySeedHolds() {
        assertThat(verdict(SOONER, arm("gan", 3, 50, 1), arm("wgan-gp", 3, 20, 1)))
                .isEqualTo(Claim.Decision.HOLDS);
    }

    @Test
    void aGanThatIsBetterUnderEverySeedRefutes() {
        assertThat(verdict(SOONER, arm("gan", 3, 20, 1), arm("wgan-gp", 3, 50, 1)))
                .isEqualTo(Claim.Decision.FAILS);
    }

    @Test
    void intervalsThatTouchDecideNothing() {
        assertThat(verdict(SOONER, arm("gan", 3, 30, 10), arm("wgan-gp", 3, 20, 10)))
                .isEqualTo(Claim.Decision.UNDECIDED);
    }

    @Test
    void oneSeedDecidesNothing() {
        assertThat(verdict(SOONER, arm("gan", 1, 50, 1), arm("wgan-gp", 1, 20, 1)))
                .isEqualTo(Claim.Decision.UNDECIDED);
    }

    @Test
    void runsThatHaveNotLearntYetDecideNothing() {
        ArmRecord gan = arm("gan", 3, step -> 0, step -> 500, 1, 0.01);
        ArmRecord wgan = arm("wgan-gp", 3, step -> 0, step -> 100, 1, 0.01);
        Claim claim = Claims.of(new Comparison(List.of(gan, wgan))).get(0);
        assertThat(claim.verdict()).isEqualTo(Claim.Decision.UNDECIDED);
        assertThat(claim.numbers()).contains("No recipe has learnt", "wgan-gp 100.0");
    }

    @Test
    void aBestCriticThatTaughtTooFewStepsIsNamed() {
        Arm arm = new Arm(Experiment.OPTIMAL_CRITIC, "gan, 100 critic steps", "gan", "gan", List.of());
        Arm recipe = new Arm(Experiment.RECIPES, "gan", "other", "gan", List.of());
        ArmRecord best = new ArmRecord(arm, List.of(MadeUpTrial.of(folder, arm, 0, step -> 0, step -> 10, 0.5)));
        ArmRecord gan = new ArmRecord(recipe, List.of(MadeUpTrial.of(folder, recipe, 7, step -> 0, step -> 10, 0.5)));
        assertThat(Claims.of(new Comparison(List.of(gan, best))))
                .filteredOn(claim -> claim.claim().contains("optimality"))
                .singleElement()
                .extracting(Claim::numbers)
                .asString()
                .contains("made 60 generator steps or fewer");
    }

    @Test
    void withoutAGanNothingIsTested() {
        assertThat(Claims.of(new Comparison(List.of(arm("wgan-gp", 3, 20, 1)))))
                .allMatch(claim -> claim.verdict() == Claim.Decision.UNTESTED);
    }

    @Test
    void fewerRealImagesLeftOutIsLessCollapse() {
        ArmRecord gan = arm("gan", 3, step -> 0, step -> 10, 1, 0.2);
        ArmRecord wgan = arm("wgan-gp", 3, step -> 0, step -> 10, 1, 0.9);
        assertThat(verdict("collapses less", gan, wgan)).isEqualTo(Claim.Decision.HOLDS);
    }

    @Test
    void aLossThatFallsWithTheDistanceMeansSomething() {
        DoubleUnaryOperator falling = step -> 100 - step;
        ArmRecord wgan = arm("wgan-gp", 3, falling, falling, 0.1, 0.5);
        ArmRecord blind = arm("gan", 3, step -> Math.cos(2 * Math.PI * step / 23), falling, 0.1, 0.5);
        assertThat(verdict("falls as its samples get better", blind, wgan)).isEqualTo(Claim.Decision.HOLDS);
    }

    @Test
    void aGanWhoseLossFallsWithTheDistanceRefutesThatItSaysNothing() {
        DoubleUnaryOperator falling = step -> 100 - step;
        ArmRecord wgan = arm("wgan-gp", 3, falling, falling, 0.1, 0.5);
        ArmRecord seeing = arm("gan", 3, falling, falling, 0.1, 0.5);
        assertThat(verdict("falls as its samples get better", seeing, wgan)).isEqualTo(Claim.Decision.FAILS);
    }

    @Test
    void theGridOfSettingsDecidesStabilityUnderSeveralSeeds() {
        ArmRecord gan = arm("gan", 1, 10, 0);
        ArmRecord wgan = arm("wgan-gp", 1, 10, 0);
        ArmRecord goodGan = cell("gan", 0.6, 2);
        ArmRecord goodWgan = cell("wgan-gp", 0.6, 2);
        assertThat(verdict("more stably", gan, wgan, cell("gan", 0.0, 2), goodWgan))
                .isEqualTo(Claim.Decision.HOLDS);
        assertThat(verdict("more stably", gan, wgan, goodGan, cell("wgan-gp", 0.0, 2)))
                .isEqualTo(Claim.Decision.FAILS);
        assertThat(verdict("more stably", gan, wgan, goodGan, goodWgan)).isEqualTo(Claim.Decision.UNDECIDED);
        assertThat(verdict("more stably", gan, wgan)).isEqualTo(Claim.Decision.UNTESTED);
    }

    @Test
    void oneSeedOfEachSettingDecidesNothingOfStability() {
        Claim claim = claim(
                "more stably",
                arm("gan", 1, 10, 0),
                arm("wgan-gp", 1, 10, 0),
                cell("gan", 0.0, 1),
                cell("wgan-gp", 0.6, 1));
        assertThat(claim.verdict()).isEqualTo(Claim.Decision.UNDECIDED);
        assertThat(claim.numbers()).contains("gan learns in 0 of 1", "wgan-gp learns in 1 of 1", "more extra seeds");
    }

    private ArmRecord cell(String recipe, double coverage, int seeds) {
        Arm arm = new Arm(
                Experiment.STABILITY, recipe + ", rates x5, " + coverage + ", " + seeds, recipe, recipe, List.of());
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            trials.add(MadeUpTrial.of(folder, arm, seed, step -> 0, step -> 10, coverage));
        }
        return new ArmRecord(arm, trials);
    }

    private ArmRecord best(String recipe, int seeds, double distance) {
        Arm arm = new Arm(
                Experiment.OPTIMAL_CRITIC,
                recipe + ", 100 critic steps, " + distance + ", " + seeds,
                recipe,
                recipe,
                List.of());
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            double off = seed * 0.1;
            trials.add(MadeUpTrial.of(folder, arm, seed, step -> 0, step -> distance + off, 0.5));
        }
        return new ArmRecord(arm, trials);
    }

    @Test
    void aCriticTrainedToOptimalityIsJudgedOverTheSeedsOfBoth() {
        ArmRecord gan = arm("gan", 3, 50, 1);
        ArmRecord wgan = arm("wgan-gp", 3, 50, 1);
        String words = "optimality";
        ArmRecord worseGan = best("gan", 3, 90);
        ArmRecord betterWgan = best("wgan-gp", 3, 10);
        assertThat(verdict(words, gan, wgan, worseGan, betterWgan)).isEqualTo(Claim.Decision.HOLDS);
        assertThat(verdict(words, gan, wgan, best("gan", 3, 10), betterWgan)).isEqualTo(Claim.Decision.FAILS);
        assertThat(verdict(words, gan, wgan, worseGan, best("wgan-gp", 3, 50))).isEqualTo(Claim.Decision.UNDECIDED);
        Claim one = claim(words, gan, wgan, best("gan", 1, 90), best("wgan-gp", 1, 10));
        assertThat(one.verdict()).isEqualTo(Claim.Decision.UNDECIDED);
        assertThat(one.numbers()).contains("one seed", "more extra seeds");
    }
}
