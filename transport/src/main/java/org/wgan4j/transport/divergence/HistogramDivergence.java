package org.wgan4j.transport.divergence;

import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * Divergences between discrete probabilities on the same cells, in nats where there is a logarithm.
 *
 * <p>Unlike transport they do not depend on distances between cells. The masses of each side must sum to 1 up to 1e-9 relative; call {@link
 * Measure#normalized()} first. Histograms must have the same shape, plain masses the same number; samples are an error, because they have
 * no common cells. {@code 0 log 0 = 0}.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class HistogramDivergence {
    /** The maximum of the Jensen-Shannon divergence, ln 2, for disjoint supports. */
    public static final double JENSEN_SHANNON_BOUND = Math.log(2);

    private HistogramDivergence() {}

    /**
     * KL(p || q), the sum of p ln(p / q) (Kullback and Leibler 1951): at least 0, infinite where q has no mass and p has some.
     *
     * <p>Swap the arguments for the reverse divergence.
     */
    public static double kullbackLeibler(Measure p, Measure q) {
        Cells cells = Cells.of(p, q);
        double sum = 0;
        for (int i = 0; i < cells.p.length; i++) {
            sum += relativeEntropy(cells.p[i], cells.q[i]);
        }
        return Math.max(0, sum);
    }

    /** Half of KL(p || m) plus half of KL(q || m), m being their mean (Lin 1991): from 0 to {@link #JENSEN_SHANNON_BOUND}. */
    public static double jensenShannon(Measure p, Measure q) {
        Cells cells = Cells.of(p, q);
        double sum = 0;
        for (int i = 0; i < cells.p.length; i++) {
            double mean = cells.p[i] / 2 + cells.q[i] / 2;
            sum += relativeEntropy(cells.p[i], mean) + relativeEntropy(cells.q[i], mean);
        }
        return Math.min(JENSEN_SHANNON_BOUND, Math.max(0, sum / 2));
    }

    /** Half the sum of |p - q|: the largest difference of the two probabilities of any set of cells, from 0 to 1. */
    public static double totalVariation(Measure p, Measure q) {
        Cells cells = Cells.of(p, q);
        double sum = 0;
        for (int i = 0; i < cells.p.length; i++) {
            sum += Math.abs(cells.p[i] - cells.q[i]);
        }
        return Math.min(1, sum / 2);
    }

    /** The Hellinger distance, the root of half the sum of (sqrt p - sqrt q)^2, from 0 to 1. */
    public static double hellinger(Measure p, Measure q) {
        Cells cells = Cells.of(p, q);
        double sum = 0;
        for (int i = 0; i < cells.p.length; i++) {
            double step = Math.sqrt(cells.p[i]) - Math.sqrt(cells.q[i]);
            sum += step * step;
        }
        return Math.min(1, Math.sqrt(sum / 2));
    }

    /** Pearson's chi-square divergence, the sum of (p - q)^2 / q: infinite where q has no mass and p has some. */
    public static double chiSquare(Measure p, Measure q) {
        Cells cells = Cells.of(p, q);
        double sum = 0;
        for (int i = 0; i < cells.p.length; i++) {
            double step = cells.p[i] - cells.q[i];
            sum += step == 0 ? 0 : step * (step / cells.q[i]);
        }
        return sum;
    }

    /** {@code p ln(p / q) - p + q}, at least 0; the added terms sum to 0 over all cells. */
    private static double relativeEntropy(double p, double q) {
        if (p == 0) {
            return q;
        }
        if (q == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = p / q;
        double log = Double.isFinite(ratio) && ratio > 0 ? Math.log(ratio) : Math.log(p) - Math.log(q);
        return p * log - p + q;
    }

    /** The probabilities of both sides, checked. */
    private static final class Cells {
        private final double[] p;
        private final double[] q;

        private Cells(double[] p, double[] q) {
            this.p = p;
            this.q = q;
        }

        static Cells of(Measure p, Measure q) {
            checkSameCells(p, q);
            double first = p.totalMass();
            double second = q.totalMass();
            if (Math.abs(first - 1) > Problem.MASS_TOLERANCE || Math.abs(second - 1) > Problem.MASS_TOLERANCE) {
                throw new InvalidParameterException("the masses sum to " + first + " and " + second
                        + ", and a divergence is between probabilities, which sum to 1; call normalized() on both");
            }
            return new Cells(p.normalized().masses(), q.normalized().masses());
        }

        private static void checkSameCells(Measure p, Measure q) {
            if (p instanceof Samples || q instanceof Samples) {
                throw new ShapeMismatchException(
                        "samples have no cells to compare; count them in a histogram, or use a transport distance");
            }
            if (p instanceof Histogram first && q instanceof Histogram second && !first.sameGrid(second)) {
                throw new ShapeMismatchException("the histograms have the shapes " + first.shape() + " and "
                        + second.shape() + "; a divergence needs the same cells");
            }
            if (p.size() != q.size()) {
                throw new ShapeMismatchException(
                        "there are " + p.size() + " and " + q.size() + " masses; a divergence needs the same cells");
            }
        }
    }
}
