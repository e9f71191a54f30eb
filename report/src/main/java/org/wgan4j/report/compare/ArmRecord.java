package org.wgan4j.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.ObjectiveSettings;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.report.html.IntervalCurve;

/**
 * The runs of an arm, one a seed.
 *
 * @param trials at least one, in the order of seeds
 */
record ArmRecord(Arm arm, List<TrialRecord> trials) {
    ArmRecord {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException(arm.name() + " has no runs; it needs at least one");
        }
    }

    /** Whether its critic estimates a Wasserstein distance. */
    boolean estimatesWasserstein() {
        return ObjectiveDescription.of(objective()).estimatesWasserstein(objective());
    }

    /** The numbers of its objective that are watched as signs of sample quality. */
    List<ObjectiveCurves.Indicator> indicators() {
        return ObjectiveDescription.of(objective()).curves(objective()).indicators();
    }

    private ObjectiveSettings objective() {
        return trials.get(0).recipe().objective();
    }

    /** The mean of a number of each run over the seeds; empty if a run lacks it. */
    Optional<Measurement.Estimate> over(Function<TrialRecord, OptionalDouble> number) {
        List<Double> values = new ArrayList<>();
        for (TrialRecord trial : trials) {
            OptionalDouble value = number.apply(trial);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.getAsDouble());
        }
        return Optional.of(Measurement.Estimate.ofMean(
                values.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** The cost up to which all of its runs were evaluated. */
    double reach(CostScale scale) {
        return trials.stream().mapToDouble(trial -> trial.reach(scale)).min().orElse(0);
    }

    /** A metric over the cost of training, at the steps where all runs were evaluated. */
    IntervalCurve curve(String key, CostScale scale) {
        List<double[]> rows = new ArrayList<>();
        for (EvaluationRecord first : trials.get(0).quality()) {
            List<EvaluationRecord> same = trials.stream()
                    .flatMap(trial -> trial.quality().stream().filter(record -> record.step() == first.step()))
                    .filter(record -> Double.isFinite(record.values().getOrDefault(key, Double.NaN)))
                    .toList();
            if (same.size() == trials.size()) {
                Measurement.Estimate value = Measurement.Estimate.ofMean(same.stream()
                        .mapToDouble(record -> record.values().getOrDefault(key, Double.NaN))
                        .toArray());
                double x = same.stream().mapToDouble(scale::at).average().orElse(Double.NaN);
                rows.add(new double[] {x, value.value(), value.low(), value.high()});
            }
        }
        return new IntervalCurve(column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3));
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
