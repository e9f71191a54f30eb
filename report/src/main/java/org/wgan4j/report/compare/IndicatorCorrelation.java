package org.wgan4j.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.metric.statistics.SpearmanCorrelation;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.StepRecord;

/** Whether a watched number falls as the samples get better: its rank correlation with a metric over one run. */
final class IndicatorCorrelation {
    private IndicatorCorrelation() {}

    /**
     * Spearman's rank correlation between the means of an indicator before each evaluation and the metric of that evaluation.
     *
     * @param metric its key in the log
     * @return -1 to 1, where 1 means that both fall together; empty for too few evaluations
     */
    static OptionalDouble of(ObjectiveCurves.Indicator indicator, TrialRecord trial, String metric) {
        List<EvaluationRecord> evaluations = trial.quality();
        double[] means = meansBefore(indicator, trial, evaluations);
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            double quality = evaluations.get(i).values().getOrDefault(metric, Double.NaN);
            if (Double.isFinite(means[i]) && Double.isFinite(quality)) {
                pairs.add(new double[] {means[i], quality});
            }
        }
        Measurement correlation = SpearmanCorrelation.of(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray());
        return correlation instanceof Measurement.Estimate estimate && Double.isFinite(estimate.value())
                ? OptionalDouble.of(estimate.value())
                : OptionalDouble.empty();
    }

    /** The means over the steps between each evaluation and the one before it. */
    static double[] meansBefore(
            ObjectiveCurves.Indicator indicator, TrialRecord trial, List<EvaluationRecord> evaluations) {
        double[] means = new double[evaluations.size()];
        long from = 0;
        for (int i = 0; i < means.length; i++) {
            long begin = from;
            long end = evaluations.get(i).step();
            means[i] = trial.metrics().steps().stream()
                    .filter(step -> step.step() > begin && step.step() <= end)
                    .map(StepRecord::terms)
                    .mapToDouble(indicator.value())
                    .average()
                    .orElse(Double.NaN);
            from = end;
        }
        return means;
    }
}
