package org.wgan4j.report.retrieval;

/**
 * A bin-by-bin distance between colour histograms, which ignores how near two cells are.
 */
enum HistogramDistance {
    /** The Euclidean distance of the shares, 0 to the square root of 2. */
    L2 {
        @Override
        double term(double p, double q) {
            return (p - q) * (p - q);
        }

        @Override
        double total(double sum) {
            return Math.sqrt(sum);
        }
    },

    /** Half the sum of (p - q)^2 / (p + q), 0 to 1. */
    CHI_SQUARE {
        @Override
        double term(double p, double q) {
            return (p - q) * (p - q) / (p + q);
        }

        @Override
        double total(double sum) {
            return sum / 2;
        }
    };

    abstract double term(double p, double q);

    abstract double total(double sum);

    /** The distance of two signatures of the same cells. */
    double between(ColourSignature a, ColourSignature b) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int left = i < a.size() ? a.cell(i) : Integer.MAX_VALUE;
            int right = j < b.size() ? b.cell(j) : Integer.MAX_VALUE;
            sum += term(left <= right ? a.share(i) : 0, right <= left ? b.share(j) : 0);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return total(sum);
    }
}
