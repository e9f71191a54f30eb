package org.wgan4j.gan.metric.classes;

import java.util.Arrays;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.statistics.Bootstrap;
import org.wgan4j.gan.metric.statistics.HistogramStatistics;

/** Class probabilities with an integer weight for each row, and their statistics. */
final class WeightedClasses {
    private final ClassProbabilities rows;
    private final double threshold;
    private final int[] likeliest;
    private final double[] negativeEntropies;
    private final int[] weights;

    private WeightedClasses(
            ClassProbabilities rows, double threshold, int[] likeliest, double[] negativeEntropies, int[] weights) {
        this.rows = rows;
        this.threshold = threshold;
        this.likeliest = likeliest;
        this.negativeEntropies = negativeEntropies;
        this.weights = weights;
    }

    /** Each row once; rows with a probability of {@code threshold} or more are confident. */
    static WeightedClasses of(ClassProbabilities rows, double threshold) {
        int n = rows.count();
        int[] likeliest = new int[n];
        double[] negativeEntropies = new double[n];
        for (int i = 0; i < n; i++) {
            likeliest[i] = rows.likeliest(i);
            for (int c = 0; c < rows.classes(); c++) {
                negativeEntropies[i] += timesLog(rows.value(i, c));
            }
        }
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return new WeightedClasses(rows, threshold, likeliest, negativeEntropies, ones);
    }

    /** As many rows, drawn with replacement. */
    WeightedClasses drawn(SplitMix64 random) {
        return new WeightedClasses(
                rows, threshold, likeliest, negativeEntropies, Bootstrap.counts(rows.count(), random));
    }

    int count() {
        return rows.count();
    }

    /** exp of the mean KL divergence of the rows from their mean. */
    double score() {
        double[] mean = new double[rows.classes()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum += weights[i] * negativeEntropies[i];
                for (int c = 0; c < mean.length; c++) {
                    mean[c] += weights[i] * rows.value(i, c);
                }
            }
        }
        double divergence = sum / weights.length;
        for (double share : mean) {
            divergence -= timesLog(share / weights.length);
        }
        return Math.exp(divergence);
    }

    /** How much weight each class has, by the likeliest class of each row. */
    double[] histogram() {
        double[] histogram = new double[rows.classes()];
        for (int i = 0; i < weights.length; i++) {
            histogram[likeliest[i]] += weights[i];
        }
        return histogram;
    }

    double entropy() {
        return HistogramStatistics.entropy(histogram());
    }

    /** How much weight the confident rows have. */
    double confidentCount() {
        return HistogramStatistics.sum(confident());
    }

    /** How many classes have a confident row. */
    double present() {
        return Arrays.stream(confident()).filter(weight -> weight > 0).count();
    }

    private double[] confident() {
        double[] histogram = new double[rows.classes()];
        for (int i = 0; i < weights.length; i++) {
            if (rows.value(i, likeliest[i]) >= threshold) {
                histogram[likeliest[i]] += weights[i];
            }
        }
        return histogram;
    }

    private static double timesLog(double share) {
        return share > 0 ? share * Math.log(share) : 0;
    }
}
