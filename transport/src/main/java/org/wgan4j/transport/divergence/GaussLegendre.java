package org.wgan4j.transport.divergence;

import java.util.function.DoubleUnaryOperator;

/** Gauss-Legendre quadrature: n nodes in an interval that integrate polynomials of degree 2n - 1 exactly. */
final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /** The rule with n nodes, the roots of the Legendre polynomial by Newton's method (Abramowitz and Stegun 25.4.29). */
    static GaussLegendre ofOrder(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            double x = Math.cos(Math.PI * (k + 0.75) / (n + 0.5));
            double slope = 0;
            for (int step = 0; step < 8; step++) {
                double before = 1;
                double value = x;
                for (int degree = 2; degree <= n; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = n * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            nodes[k] = x;
            weights[k] = 2 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    double integral(DoubleUnaryOperator function, double from, double to) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            sum += weights[k] * function.applyAsDouble(middle + half * nodes[k]);
        }
        return half * sum;
    }
}
