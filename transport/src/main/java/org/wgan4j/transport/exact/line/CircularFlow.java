package org.wgan4j.transport.exact.line;

import java.util.Arrays;
import org.wgan4j.transport.Argsort;
import org.wgan4j.transport.CompensatedSum;
import org.wgan4j.transport.Measure;

/**
 * The optimal flow along the arcs of a circle between neighbouring points, for the length of the arcs as cost.
 *
 * <p>The flow is the difference of the two distribution functions less a constant, the flow all the way round. The optimal constant is the
 * median of the difference, weighted by the arcs' lengths (Werman, Peleg and Rosenfeld 1986; Delon, Salomon and Sobolevskii
 * 2010). Point k of both measures together, in their order, has arc k behind it; the last arc leads to the first point.
 */
final class CircularFlow {
    private final int[] order;
    private final double[] positions;
    private final double[] flows;
    private final double[] lengths;
    private final int cut;

    /** Both measures have one coordinate, at least 0 and below the circumference. */
    CircularFlow(Measure source, Measure target, double circumference) {
        int sources = source.size();
        this.positions = new double[sources + target.size()];
        for (int k = 0; k < positions.length; k++) {
            positions[k] = k < sources ? source.coordinate(k, 0) : target.coordinate(k - sources, 0);
        }
        this.order = Argsort.of(positions);
        this.flows = new double[order.length];
        this.lengths = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            lengths[k] = k + 1 < order.length
                    ? positions[order[k + 1]] - positions[order[k]]
                    : circumference - positions[order[k]] + positions[order[0]];
        }
        double[] remainders = setFlows(source, target);
        // Rounding hides which of several nearly equal flows is the median; after one of them is subtracted it does
        // not.
        subtract(medianArc(circumference), remainders);
        Arrays.fill(remainders, 0);
        this.cut = medianArc(circumference);
        subtract(cut, remainders);
    }

    /** Sets the differences of the two distribution functions and returns their rounding errors. */
    private double[] setFlows(Measure source, Measure target) {
        double[] remainders = new double[flows.length];
        CompensatedSum difference = new CompensatedSum();
        for (int k = 0; k < flows.length; k++) {
            int point = order[k];
            difference.add(point < source.size() ? source.mass(point) : -target.mass(point - source.size()));
            flows[k] = difference.value();
            remainders[k] = difference.remainder();
        }
        return remainders;
    }

    private void subtract(int arc, double[] remainders) {
        double flow = flows[arc];
        double remainder = remainders[arc];
        for (int k = 0; k < flows.length; k++) {
            flows[k] = (flows[k] - flow) + (remainders[k] - remainder);
        }
    }

    private int medianArc(double circumference) {
        int[] ascending = Argsort.of(flows);
        double passed = 0;
        for (int arc : ascending) {
            passed += lengths[arc];
            if (2 * passed >= circumference) {
                return arc;
            }
        }
        return ascending[ascending.length - 1];
    }

    /** The sum of flow times length over the arcs. */
    double cost() {
        double sum = 0;
        for (int k = 0; k < flows.length; k++) {
            sum += Math.abs(flows[k]) * lengths[k];
        }
        return sum;
    }

    /** The points with indices in a range, in their order round the circle, starting behind an arc without flow. */
    int[] orderFromCut(int from, int to) {
        int[] kept = new int[to - from];
        int size = 0;
        for (int k = 1; k <= order.length; k++) {
            int point = order[(cut + k) % order.length];
            if (point >= from && point < to) {
                kept[size++] = point - from;
            }
        }
        return kept;
    }

    /**
     * The potential of each point: it falls by an arc's length where the flow is forwards and rises by it where it is backwards.
     *
     * <p>On arcs without flow its slope is chosen so that it closes round the circle; the median leaves enough of them.
     */
    double[] potentials() {
        double forwards = 0;
        double backwards = 0;
        double idle = 0;
        for (int k = 0; k < flows.length; k++) {
            if (flows[k] > 0) {
                forwards += lengths[k];
            } else if (flows[k] < 0) {
                backwards += lengths[k];
            } else {
                idle += lengths[k];
            }
        }
        double slope = idle == 0 ? 0 : Math.max(-1, Math.min(1, (forwards - backwards) / idle));
        double[] potentials = new double[order.length];
        double potential = 0;
        for (int k = 0; k < order.length; k++) {
            potentials[order[k]] = potential;
            potential += lengths[k] * (flows[k] > 0 ? -1 : flows[k] < 0 ? 1 : slope);
        }
        return potentials;
    }
}
