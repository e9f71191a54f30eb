package org.wgan4j.gan.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.metric.classes.MixtureModes;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.snapshot.SurfaceSnapshots;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * Metrics of generated points of the plane during training: for a mixture the modes found and the share of high quality (PacGAN); for any data
 * the exact W1 between 1000 generated and 1000 real points, and its floor between two sets of 1000 real points. For use by the thread that
 * trains.
 */
public final class PeriodicModeCount implements Evaluator {
    /** Points on each side of a W1. */
    public static final int TRANSPORTED = 1000;

    private final Optional<SyntheticDataset> synthetic;
    private final Points real;
    private final Set<Integer> modes;
    private final SurfaceSnapshots snapshots;
    private final Recipe recipe;
    private final double floor;

    public PeriodicModeCount(SyntheticDataset synthetic, Dataset dataset, Recipe recipe, TrainingState trainingState) {
        this(Optional.of(synthetic), dataset, recipe, trainingState);
    }

    /** The same for points of an unknown distribution, of which W1 alone is measured. */
    public PeriodicModeCount(
            Optional<SyntheticDataset> synthetic, Dataset dataset, Recipe recipe, TrainingState trainingState) {
        this.synthetic = synthetic;
        this.real = dataset.points();
        this.modes = dataset.labelled() ? dataset.classHistogram().keySet() : Set.of();
        this.recipe = recipe;
        this.snapshots = new SurfaceSnapshots(recipe, trainingState, real, SurfaceSnapshots.reach(synthetic, real));
        this.floor = wasserstein(reals(TRANSPORTED), reals(0));
    }

    @Override
    public EvaluationRecord.Kind kind() {
        return EvaluationRecord.Kind.MODES;
    }

    @Override
    public StepInterval interval() {
        return StepInterval.of(recipe.quality());
    }

    @Override
    public Map<String, Double> measure(long step) {
        RandomStream noise = RandomStream.root(recipe.seed()).child("modes").child(step);
        Points generated = snapshots.generated(Math.max(recipe.quality().images(), TRANSPORTED), noise);
        Map<String, Double> values = new LinkedHashMap<>();
        if (synthetic.orElse(null) instanceof SyntheticDataset.Mixture mixture) {
            MixtureModes found = MixtureModes.of(
                    generated.slice(0, recipe.quality().images()).rows(),
                    centres(mixture),
                    mixture.standardDeviation());
            values.put("modes_found", (double) found.found());
            values.put("modes", (double) found.modes());
            values.put("high_quality_share", found.highQualityShare());
            values.put("reverse_kl", found.reverseKl());
        }
        values.put("w1", wasserstein(generated.slice(0, TRANSPORTED), reals(0)));
        values.put("w1_floor", floor);
        return values;
    }

    /** The centres of the modes that the data set holds. */
    private double[][] centres(SyntheticDataset.Mixture mixture) {
        return modes.stream()
                .map(mode -> mixture.centres().get(mode))
                .map(centre -> new double[] {centre.x(), centre.y()})
                .toArray(double[][]::new);
    }

    private Points reals(int from) {
        return real.select(IntStream.range(from, from + TRANSPORTED)
                .map(i -> i % real.count())
                .toArray());
    }

    /** The exact W1 under the Euclidean distance. */
    private static double wasserstein(Points source, Points target) {
        return OptimalTransport.between(Measure.samples(source.rows()), Measure.samples(target.rows()))
                .solve()
                .distance();
    }
}
