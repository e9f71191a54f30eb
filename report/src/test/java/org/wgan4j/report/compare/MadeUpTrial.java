package org.wgan4j.report.compare;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;

/** Runs as training would leave them, whose losses and quality are given functions of the step. */
final class MadeUpTrial {
    static final int EVERY = 10;

    private MadeUpTrial() {}

    /** A run of 60 steps, measured every tenth, a second a step. */
    static TrialRecord of(
            Path folder, Arm arm, long seed, DoubleUnaryOperator loss, DoubleUnaryOperator distance, double recall) {
        Recipe recipe = Recipes.load(arm.recipe(), List.of("seed=" + seed, "steps=60"));
        RunDirectory run = RunDirectory.create(folder.resolve(arm.folder() + "-" + seed), recipe);
        DataProvenance data = new DataProvenance("mnist", 60_000, "1x28x28", "0".repeat(64));
        Instant started = Instant.parse("2026-11-22T05:16:20Z");
        Provenance.here(arm.recipe(), 2, "cpu", "float32", "off", data, seed, started)
                .write(run.provenanceFile());
        try (MetricsLog log = MetricsLog.open(run.metricsFile())) {
            for (long step = 1; step <= 60; step++) {
                long seen = step * recipe.batchSize() * recipe.objective().criticSteps();
                double value = loss.applyAsDouble(step);
                Map<String, Double> terms =
                        Map.of("wasserstein_estimate", value, "critic_loss", value, "generator_loss", value);
                log.append(new StepRecord(
                        step, seen / 6e4, step * recipe.objective().criticSteps(), seen, step, terms, Map.of()));
                if (step % EVERY == 0) {
                    Map<String, Double> values = Map.of(
                            "frechet_distance",
                            distance.applyAsDouble(step),
                            "frechet_distance_floor",
                            1.0,
                            "recall",
                            recall,
                            "coverage",
                            recall,
                            "classes_present",
                            10.0);
                    log.append(
                            new EvaluationRecord(EvaluationRecord.Kind.QUALITY, step, seen / 6e4, seen, step, values));
                }
            }
        }
        return TrialRecord.read(arm, run);
    }

    static Arm arm(String recipe) {
        return new Arm(Experiment.RECIPES, recipe, recipe, recipe, List.of());
    }
}
