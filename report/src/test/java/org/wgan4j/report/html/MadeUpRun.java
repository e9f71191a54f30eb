package org.wgan4j.report.html;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.report.figure.draw.PngFile;

/** A run directory as training would leave it, of numbers that nobody trained. */
record MadeUpRun(RunDirectory directory, Recipe recipe) {
    static final String SHA = "03859854706e803a4d6ab6be56654284dc716dc4f9518d63be5590331ec8989e";

    static MadeUpRun of(Path path, String recipeName, String... overrides) {
        Recipe recipe = Recipes.load(recipeName, List.of(overrides));
        MadeUpRun run = new MadeUpRun(RunDirectory.create(path, recipe), recipe);
        return run.named(recipeName);
    }

    /** Gives the run another recipe name. */
    MadeUpRun named(String name) {
        DataProvenance data = new DataProvenance("mnist", 60_000, "1x28x28", SHA);
        Instant started = Instant.parse("2026-11-22T05:16:20Z");
        Provenance.here(name, 2, "cpu", "float32", "off", data, recipe.seed(), started)
                .write(directory.provenanceFile());
        return this;
    }

    /** Logs some steps, and an epoch record after each so many of them; 0 for none. */
    MadeUpRun withSteps(int steps, int stepsPerEpoch) {
        try (MetricsLog log = MetricsLog.open(directory.metricsFile())) {
            for (int step = 1; step <= steps; step++) {
                log.append(step(step));
                if (stepsPerEpoch > 0 && step % stepsPerEpoch == 0) {
                    log.append(epoch(step / stepsPerEpoch, step, stepsPerEpoch));
                }
            }
        }
        return this;
    }

    /** Logs epochs and no steps. */
    MadeUpRun withEpochsAlone(int epochs) {
        try (MetricsLog log = MetricsLog.open(directory.metricsFile())) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                log.append(epoch(epoch, epoch * 100L, 100));
            }
        }
        return this;
    }

    private StepRecord step(long step) {
        long criticSteps = step * recipe.objective().criticSteps();
        long seen = criticSteps * recipe.batchSize();
        return new StepRecord(
                step, seen / 60_000.0, criticSteps, seen, step * 0.12, terms((double) step), seedTerms((double) step));
    }

    private EpochRecord epoch(int epoch, long step, int length) {
        return new EpochRecord(epoch, step, length * 0.12, terms((double) step), seedTerms((double) step));
    }

    private Map<String, Double> terms(double step) {
        double noise = 0.3 * Math.sin(step * 12.9898) * Math.cos(step * 78.233);
        double real = 2 * Math.exp(-step / 300) + noise;
        double fake = -4 * Math.exp(-step / 400) - 1 + noise / 2;
        Map<String, Double> terms = new LinkedHashMap<>();
        String objective = recipe.objective().name();
        double penalty = objective.equals("wgan-gp") ? 0.05 + 0.01 * noise : 0;
        terms.put(
                "critic_loss", objective.equals("gan") ? softplus(-real) + softplus(fake) : fake - real + 10 * penalty);
        terms.put("critic_real", real);
        terms.put("critic_fake", fake);
        if (!objective.equals("gan")) {
            terms.put("wasserstein_estimate", real - fake);
        }
        if (penalty > 0) {
            terms.put("gradient_penalty", penalty);
            terms.put("gradient_norm_mean", 0.9);
        }
        terms.put("generator_loss", objective.equals("gan") ? softplus(-fake) : -fake);
        return terms;
    }

    private Map<String, Double> seedTerms(double step) {
        Map<String, Double> terms = terms(step);
        return recipe.objective().name().equals("wgan")
                ? Map.of(
                        "c1",
                        -value(terms, "critic_real"),
                        "c2",
                        value(terms, "critic_fake"),
                        "g",
                        -value(terms, "critic_fake"))
                : Map.of();
    }

    private static double value(Map<String, Double> terms, String name) {
        return terms.getOrDefault(name, Double.NaN);
    }

    private static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    /** A picture of one grey. */
    MadeUpRun withGrid(String label, int grey, int side) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                picture.getRaster().setSample(x, y, 0, grey);
            }
        }
        PngFile.write(directory.sample(label), picture);
        return this;
    }
}
