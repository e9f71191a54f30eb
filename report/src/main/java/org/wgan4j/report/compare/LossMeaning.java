package org.wgan4j.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.metric.statistics.SpearmanCorrelation;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.StepRecord;

/**
 * A curve that people watch in the hope that it falls as the samples get better.
 *
 * @param words what it is
 * @param value what it is at a step; NaN where it is not logged
 */
record LossMeaning(String words, ToDoubleFunction<Map<String, Double>> value) {
    /** The curves of an objective. */
    static List<LossMeaning> of(ObjectiveCurves curves) {
        return curves.indicators().stream()
                .map(indicator -> new LossMeaning(indicator.label(), indicator.value()))
                .toList();
    }

    /** Its means over the steps that lead to each measure of a run. */
    double[] beforeMeasures(TrialRecord trial, List<EvaluationRecord> measures) {
        double[] means = new double[measures.size()];
        long from = 0;
        for (int i = 0; i < means.length; i++) {
            long begin = from;
            long end = measures.get(i).step();
            means[i] = trial.metrics().steps().stream()
                    .filter(step -> step.step() > begin && step.step() <= end)
                    .map(StepRecord::terms)
                    .mapToDouble(value)
                    .average()
                    .orElse(Double.NaN);
            from = end;
        }
        return means;
    }

    /** Spearman's rank correlation with a measure over one run: 1 where the two fall together. Nothing for too few measures. */
    OptionalDouble correlation(TrialRecord trial, String key) {
        List<EvaluationRecord> measures = trial.quality();
        double[] losses = beforeMeasures(trial, measures);
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            double quality = measures.get(i).values().getOrDefault(key, Double.NaN);
            if (Double.isFinite(losses[i]) && Double.isFinite(quality)) {
                pairs.add(new double[] {losses[i], quality});
            }
        }
        Measurement found = SpearmanCorrelation.of(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray());
        return found instanceof Measurement.Estimate estimate && Double.isFinite(estimate.value())
                ? OptionalDouble.of(estimate.value())
                : OptionalDouble.empty();
    }
}
