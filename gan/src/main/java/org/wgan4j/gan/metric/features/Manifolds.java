package org.wgan4j.gan.metric.features;

import java.util.Arrays;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Bootstrap;
import org.wgan4j.gan.metric.statistics.HistogramStatistics;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * Precision, recall, density and coverage of generated samples.
 *
 * <p>Each sample has a ball whose radius is the distance to its k-th nearest neighbour in the same set. Precision is the
 * share of generated samples in any real ball, recall the share of real samples in any generated ball (Kynkäänniemi et al., "Improved
 * precision and recall metric for assessing generative models", 2019). Density is the number of real balls that a generated sample lies in,
 * over k, on average; coverage is the share of real balls with a generated sample inside (Naeem et al., "Reliable fidelity and diversity
 * metrics for generative models", 2020). Inside means strictly inside, as in the code published with the latter.
 *
 * <p>The intervals of precision, recall and coverage are Wilson's for a proportion of the samples (of the real ones for recall and
 * coverage) with the balls held fixed. They leave out that the radii are random as well. The error of density, a mean over samples and balls, takes both for random but not the radii:
 * among some hundred samples in 60 dimensions it comes out a quarter too small. Precision and recall also depend on the counts, so compare
 * equal counts, and with the floor.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param precision share of generated samples, 0 to 1
 * @param recall share of real samples, 0 to 1
 * @param density at least 0, about 1 for samples of the real distribution
 * @param coverage share of real samples, 0 to 1
 */
public record Manifolds(Measurement precision, Measurement recall, Measurement density, Measurement coverage) {
    /** The k of both papers' recommendations for some thousands of samples. */
    public static final int NEIGHBOURS = 5;

    /** The squared radii of the reference's balls. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record ReferenceRadii(double[] squares) {}

    public static Manifolds of(MetricInput input) {
        ReferenceRadii radii = input.sharedOfReal(
                ReferenceRadii.class, real -> new ReferenceRadii(squaredRadii(real.referenceFeatures(), NEIGHBOURS)));
        return between(input.generatedFeatures(), input.referenceFeatures(), radii.squares, NEIGHBOURS);
    }

    /**
     * Measures all four.
     *
     * @param generated {@code [n, d]}
     * @param reference {@code [m, d]}
     * @param k which neighbour the balls reach to, at least 1; each side needs k + 1 rows
     */
    public static Manifolds between(Features generated, Features reference, int k) {
        return between(generated, reference, squaredRadii(reference, k), k);
    }

    /** As {@link #between(Features, Features, int)} with the reference's {@link #squaredRadii}, which many samples share. */
    static Manifolds between(Features generated, Features reference, double[] referenceRadii, int k) {
        FrechetDistance.checkDimensions(generated, reference);
        if (generated.count() <= k || reference.count() <= k) {
            boolean few = generated.count() <= k;
            Measurement found = new Measurement.InsufficientSamples(
                    k + 1, few ? generated.count() : reference.count(), few ? "generated images" : "reference images");
            return new Manifolds(found, found, found, found);
        }
        return new Balls(generated, reference, squaredRadii(generated, k), referenceRadii).compared(k);
    }

    /** The squared distance from each row to its k-th nearest other row; infinite where there are not that many. */
    static double[] squaredRadii(Features rows, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("neighbour " + k + "; they count from 1");
        }
        double[][] nearest = new double[rows.count()][k + 1]; // with the row itself, at distance 0
        for (double[] row : nearest) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        PairwiseTiles.over(rows, rows, PairwiseTiles.Operation.SQUARED_DISTANCE, block -> (i, from, squares) -> {
            double[] least = nearest[i];
            double bound = least[k];
            for (double square : squares) {
                if (square < bound) {
                    insert(least, square);
                    bound = least[k];
                }
            }
        });
        double[] radii = new double[rows.count()];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = nearest[i][k];
        }
        return radii;
    }

    private static void insert(double[] ascending, double value) {
        int place = ascending.length - 1;
        while (place > 0 && ascending[place - 1] > value) {
            ascending[place] = ascending[place - 1];
            place--;
        }
        ascending[place] = value;
    }

    /** The balls of both sets. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Balls(Features generated, Features reference, double[] generatedRadii, double[] referenceRadii) {
        Manifolds compared(int k) {
            int n = generated.count();
            int m = reference.count();
            int[][] inside = new int[PairwiseTiles.blocks(reference)][n];
            double[] recalled = new double[m];
            double[] held = new double[m];
            PairwiseTiles.over(
                    reference,
                    generated,
                    PairwiseTiles.Operation.SQUARED_DISTANCE,
                    block -> (i, from, squares) -> visit(i, from, squares, inside[block], recalled, held));
            double[] precise = new double[n];
            double[] dense = new double[n];
            for (int j = 0; j < n; j++) {
                int balls = 0;
                for (int[] part : inside) {
                    balls += part[j];
                }
                precise[j] = balls > 0 ? 1 : 0;
                dense[j] = balls;
            }
            double[] covered = Arrays.stream(held).map(Math::signum).toArray();
            return new Manifolds(share(precise, m), share(recalled, n), density(dense, held, k), share(covered, n));
        }

        private void visit(int real, int from, double[] squares, int[] inside, double[] recalled, double[] held) {
            double radius = referenceRadii[real];
            boolean inAnyBall = false;
            for (int j = 0; j < squares.length; j++) {
                if (squares[j] < radius) {
                    inside[from + j]++;
                    held[real]++;
                }
                inAnyBall |= squares[j] < generatedRadii[from + j];
            }
            recalled[real] = inAnyBall ? 1 : recalled[real];
        }

        private static Measurement share(double[] zerosAndOnes, int references) {
            return Measurement.Estimate.ofProportion(
                    HistogramStatistics.sum(zerosAndOnes), zerosAndOnes.length, references);
        }

        private static Measurement density(double[] ballsOfSample, double[] samplesInBall, int k) {
            int n = ballsOfSample.length;
            int m = samplesInBall.length;
            double value = HistogramStatistics.sum(ballsOfSample) / ((double) k * n);
            double bySample = Bootstrap.deviation(ballsOfSample) / Math.sqrt(n) / k;
            double byBall = Bootstrap.deviation(samplesInBall) * Math.sqrt(m) / n / k;
            return Measurement.ofError(value, Math.hypot(bySample, byBall), 0, Double.POSITIVE_INFINITY, n, m);
        }
    }
}
