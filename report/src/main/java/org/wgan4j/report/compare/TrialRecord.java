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
 * What came of one run of a comparison.
 *
 * @param arm how it was trained
 * @param seed the start of all that was random in it
 * @param recipe every setting
 * @param metrics all that it logged, in the order of steps
 * @param quality what was measured of its samples, in the order of steps
 * @param grids its pictures, in the order of steps
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

    /** How far its measures reach. */
    double reach(CostScale scale) {
        return quality().stream().mapToDouble(scale::at).max().orElse(0);
    }

    /** The last value that was measured, if any. */
    OptionalDouble lastValue(String key) {
        List<EvaluationRecord> measures = quality();
        return measures.isEmpty() ? OptionalDouble.empty() : value(measures.get(measures.size() - 1), key);
    }

    private static OptionalDouble value(EvaluationRecord measure, String key) {
        Double value = measure.values().get(key);
        return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value when so much was spent, on the straight line between the measures around it; nothing outside of them. */
    OptionalDouble valueAt(String key, CostScale scale, double spent) {
        @Nullable EvaluationRecord before = null;
        for (EvaluationRecord measure : quality()) {
            double at = scale.at(measure);
            if (at >= spent * (1 - 1e-9)) {
                OptionalDouble here = value(measure, key);
                if (before == null || at == spent || here.isEmpty()) {
                    return before == null && at > spent * (1 + 1e-9) ? OptionalDouble.empty() : here;
                }
                OptionalDouble there = value(before, key);
                double share = (spent - scale.at(before)) / (at - scale.at(before));
                return there.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(there.getAsDouble() + share * (here.getAsDouble() - there.getAsDouble()));
            }
            before = measure;
        }
        return OptionalDouble.empty();
    }

    /** The last picture that was made before more than so much was spent. */
    Optional<SampleGrid> gridAt(CostScale scale, double spent) {
        return grids.stream()
                .filter(grid -> metrics.steps().stream()
                        .anyMatch(
                                step -> step.step() == Math.round(grid.step()) && scale.at(step) <= spent * (1 + 1e-9)))
                .reduce((first, second) -> second);
    }

    /** Seconds of training that an epoch took, over the whole run. */
    OptionalDouble secondsPerEpoch() {
        return lastStep()
                .filter(step -> step.epoch() > 0)
                .map(step -> OptionalDouble.of(step.seconds() / step.epoch()))
                .orElseGet(OptionalDouble::empty);
    }
}
