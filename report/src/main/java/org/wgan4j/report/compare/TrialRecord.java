package org.wgan4j.report.compare;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.report.html.SampleGrid;

/**
 * A run of a comparison, read from its run directory.
 *
 * @param arm how it was trained
 * @param seed of all its randomness
 * @param recipe every setting
 * @param metrics its log, in the order of steps
 * @param quality the evaluations of its samples, in the order of steps
 * @param grids its sample grids, in the order of steps
 */
record TrialRecord(
        Arm arm,
        long seed,
        RunDirectory run,
        Recipe recipe,
        MetricsHistory metrics,
        List<EvaluationRecord> quality,
        List<SampleGrid> grids) {
    /** Reads a run directory. */
    static TrialRecord read(Arm arm, RunDirectory run) {
        Recipe recipe = run.recipe();
        MetricsHistory metrics = Files.exists(run.metricsFile())
                ? MetricsLog.read(run.metricsFile()).bySteps()
                : MetricsHistory.empty();
        return new TrialRecord(
                arm,
                recipe.seed(),
                run,
                recipe,
                metrics,
                metrics.measures(EvaluationRecord.Kind.QUALITY),
                SampleGrid.of(run, metrics));
    }

    Optional<StepRecord> lastStep() {
        List<StepRecord> steps = metrics.steps();
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** The cost of its last evaluation. */
    double reach(CostScale scale) {
        return quality().stream().mapToDouble(scale::at).max().orElse(0);
    }

    /** A metric at the last evaluation; empty if it is missing. */
    OptionalDouble lastValue(String key) {
        List<EvaluationRecord> evaluations = quality();
        return evaluations.isEmpty() ? OptionalDouble.empty() : value(evaluations.get(evaluations.size() - 1), key);
    }

    private static OptionalDouble value(EvaluationRecord evaluation, String key) {
        Double value = evaluation.values().get(key);
        return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A metric at a cost, interpolated linearly between the evaluations around it; empty outside of them. */
    OptionalDouble valueAt(String key, CostScale scale, double cost) {
        @Nullable EvaluationRecord before = null;
        for (EvaluationRecord evaluation : quality()) {
            double at = scale.at(evaluation);
            if (at >= cost * (1 - 1e-9)) {
                OptionalDouble here = value(evaluation, key);
                if (before == null || at == cost || here.isEmpty()) {
                    return before == null && at > cost * (1 + 1e-9) ? OptionalDouble.empty() : here;
                }
                OptionalDouble there = value(before, key);
                double share = (cost - scale.at(before)) / (at - scale.at(before));
                return there.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(there.getAsDouble() + share * (here.getAsDouble() - there.getAsDouble()));
            }
            before = evaluation;
        }
        return OptionalDouble.empty();
    }

    /** The last sample grid that was drawn at or below a cost. */
    Optional<SampleGrid> gridAt(CostScale scale, double cost) {
        return grids.stream()
                .filter(grid -> metrics.steps().stream()
                        .anyMatch(
                                step -> step.step() == Math.round(grid.step()) && scale.at(step) <= cost * (1 + 1e-9)))
                .reduce((first, second) -> second);
    }

    /** The mean seconds of training an epoch. */
    OptionalDouble secondsPerEpoch() {
        return lastStep()
                .filter(step -> step.epoch() > 0)
                .map(step -> OptionalDouble.of(step.seconds() / step.epoch()))
                .orElseGet(OptionalDouble::empty);
    }
}
