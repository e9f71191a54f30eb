package org.wgan4j.gan.metric.features;

import java.util.Arrays;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.transport.approximate.Gaussian;

/** The mean and covariance of features with integer weights, for many resamplings of the same table. */
final class WeightedMoments {
    private final int count;
    private final int dimension;
    private final double[] mean;
    private final double[] centred;

    private WeightedMoments(int count, int dimension, double[] mean, double[] centred) {
        this.count = count;
        this.dimension = dimension;
        this.mean = mean;
        this.centred = centred;
    }

    static WeightedMoments of(Features features) {
        int d = features.dimension();
        double[] values = features.inPlace();
        double[] mean = new double[d];
        for (int start = 0; start < values.length; start += d) {
            for (int k = 0; k < d; k++) {
                mean[k] += values[start + k];
            }
        }
        for (int k = 0; k < d; k++) {
            mean[k] /= features.count();
        }
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean[i % d];
        }
        return new WeightedMoments(features.count(), d, mean, centred);
    }

    /** The Gaussian of the table itself. */
    Gaussian gaussian() {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return gaussian(ones);
    }

    /** The Gaussian of the table in which row i comes {@code weights[i]} times; the weights sum to the number of rows. */
    Gaussian gaussian(int[] weights) {
        double[] shift = new double[dimension];
        double[][] sums = new double[dimension][dimension];
        double[] row = new double[dimension];
        for (int i = 0; i < count; i++) {
            if (weights[i] > 0) {
                System.arraycopy(centred, i * dimension, row, 0, dimension);
                addTo(sums, row, weights[i]);
                for (int k = 0; k < dimension; k++) {
                    shift[k] += weights[i] * row[k];
                }
            }
        }
        double[] drawnMean = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            shift[k] /= count;
            drawnMean[k] = mean[k] + shift[k];
        }
        return Gaussian.of(drawnMean, covariance(sums, shift));
    }

    /** Adds the products of a row's values with those up to themselves: the lower half of the matrix. */
    private static void addTo(double[][] sums, double[] row, double weight) {
        for (int j = 0; j < row.length; j++) {
            double factor = weight * row[j];
            double[] into = sums[j];
            for (int k = 0; k <= j; k++) {
                into[k] += factor * row[k];
            }
        }
    }

    private double[][] covariance(double[][] sums, double[] shift) {
        double[][] covariance = new double[dimension][dimension];
        for (int j = 0; j < dimension; j++) {
            for (int k = 0; k <= j; k++) {
                covariance[j][k] = (sums[j][k] - count * shift[j] * shift[k]) / (count - 1);
                covariance[k][j] = covariance[j][k];
            }
        }
        return covariance;
    }
}
