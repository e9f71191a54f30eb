package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;
import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * Optimal potentials shifted as close to 0 as feasibility allows, so that rounding them to doubles changes the dual value the least.
 *
 * <p>The potentials of a tree can be huge although all mass moves at small costs, because arcs without flow have any cost. The arcs with flow
 * form components. The potentials of a component are fixed relative to each other, and each component may be shifted as long as every
 * pair stays feasible. The feasible shifts nearest to the centring ones from below, or from above, are shortest paths between components.
 */
final class CenteredPotentials {
    /** The relative rounding error of a sum of five numbers. */
    private static final double ROUNDING = 0x1p-49;

    private final CostRows costs;
    private final ExactSpanningTree tree;
    private final double[] masses;
    private final DyadicUnit unit;
    private final int sources;
    private final int nodes;

    /** The component of each node, and the number of components. */
    private final int[] componentOf;

    private final int components;
    private final int[][] members;

    /** The potentials of an optimal tree with unperturbed flows, weighted by the masses of the nodes. */
    CenteredPotentials(CostRows costs, ExactSpanningTree tree, double[] masses, DyadicUnit unit, boolean[] carries) {
        this.costs = costs;
        this.tree = tree;
        this.masses = masses;
        this.unit = unit;
        this.sources = tree.sources();
        this.nodes = tree.nodes();
        this.componentOf = new int[nodes];
        Arrays.fill(componentOf, -1);
        int found = 0;
        for (int x = 0; x < nodes; x++) {
            found = place(x, carries, found);
        }
        this.components = found;
        int[] sizes = new int[components];
        for (int component : componentOf) {
            sizes[component]++;
        }
        this.members = new int[components][];
        Arrays.setAll(members, component -> new int[sizes[component]]);
        for (int x = nodes - 1; x >= 0; x--) {
            members[componentOf[x]][--sizes[componentOf[x]]] = x;
        }
    }

    /** The component of a node is that of its nearest ancestor whose parent arc has no flow. */
    private int place(int node, boolean[] carries, int found) {
        int top = node;
        while (componentOf[top] < 0 && tree.parent(top) >= 0 && carries[top]) {
            top = tree.parent(top);
        }
        int count = found;
        if (componentOf[top] < 0) {
            componentOf[top] = count++;
        }
        for (int x = node; componentOf[x] < 0; x = tree.parent(x)) {
            componentOf[x] = componentOf[top];
        }
        return count;
    }

    /** The f of all sources, then the g of all targets. */
    double[] potentials(Limits.Deadline deadline) {
        BigInteger[] wanted = new BigInteger[components];
        Arrays.setAll(wanted, this::center);
        BigInteger[] fromBelow = shifts(wanted, true, deadline);
        double[] below = potentials(fromBelow);
        if (Arrays.equals(fromBelow, wanted)) {
            return below;
        }
        double[] above = potentials(shifts(wanted, false, deadline));
        return weight(below) <= weight(above) ? below : above;
    }

    /** The shift that minimises the weighted sum of absolute potentials of a component: minus their weighted median. */
    private BigInteger center(int component) {
        Integer[] order = Arrays.stream(members[component]).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (x, y) -> tree.potential(x).compareTo(tree.potential(y)));
        double whole = 0;
        for (int x : order) {
            whole += Math.abs(masses[x]);
        }
        double passed = 0;
        int median = order[0];
        for (int x : order) {
            median = x;
            passed += Math.abs(masses[x]);
            if (2 * passed >= whole) {
                break;
            }
        }
        return tree.potential(median).negate();
    }

    /** The largest feasible shifts below the wanted ones, or the smallest above, by Dijkstra's algorithm. */
    private BigInteger[] shifts(BigInteger[] wanted, boolean fromBelow, Limits.Deadline deadline) {
        BigInteger[] label = new BigInteger[components];
        Arrays.setAll(label, component -> fromBelow ? wanted[component] : wanted[component].negate());
        double[] rounded = Arrays.stream(label).mapToDouble(unit::value).toArray();
        boolean[] settled = new boolean[components];
        for (int round = 0; round < components; round++) {
            deadline.check((long) sources * (nodes - sources) / components);
            int next = -1;
            for (int component = 0; component < components; component++) {
                if (!settled[component] && (next < 0 || label[component].compareTo(label[next]) < 0)) {
                    next = component;
                }
            }
            settled[next] = true;
            lowerFrom(next, label, rounded, settled, fromBelow);
        }
        if (!fromBelow) {
            Arrays.setAll(label, component -> label[component].negate());
        }
        return label;
    }

    private void lowerFrom(int component, BigInteger[] label, double[] rounded, boolean[] settled, boolean fromBelow) {
        for (int x : members[component]) {
            if (x < sources == fromBelow) {
                continue;
            }
            int from = fromBelow ? 0 : sources;
            int to = fromBelow ? sources : nodes;
            for (int y = from; y < to; y++) {
                int other = componentOf[y];
                int source = Math.min(x, y);
                int target = Math.max(x, y);
                if (settled[other] || isOutOfReach(source, target, rounded[component], rounded[other])) {
                    continue;
                }
                BigInteger reach = label[component].add(slack(source, target));
                if (reach.compareTo(label[other]) < 0) {
                    label[other] = reach;
                    rounded[other] = unit.value(reach);
                }
            }
        }
    }

    /** Whether floating point numbers suffice to exclude that a pair lowers a label. */
    private boolean isOutOfReach(int source, int target, double from, double to) {
        double cost = costs.cost(source, target - sources);
        double ofSource = tree.rounded(source);
        double ofTarget = tree.rounded(target);
        double sizes = Math.abs(cost) + Math.abs(ofSource) + Math.abs(ofTarget) + Math.abs(from) + Math.abs(to);
        return cost + (ofTarget - ofSource) + (from - to) > ROUNDING * sizes;
    }

    /** The slack of a pair, at least 0. */
    private BigInteger slack(int source, int target) {
        return unit.count(costs.cost(source, target - sources))
                .subtract(tree.potential(source))
                .add(tree.potential(target))
                .max(BigInteger.ZERO);
    }

    private double[] potentials(BigInteger[] shifts) {
        double[] potentials = new double[nodes];
        for (int x = 0; x < nodes; x++) {
            BigInteger shifted = tree.potential(x).add(shifts[componentOf[x]]);
            potentials[x] = unit.value(x < sources ? shifted : shifted.negate());
        }
        return potentials;
    }

    private double weight(double[] potentials) {
        double weight = 0;
        for (int x = 0; x < nodes; x++) {
            weight += Math.abs(masses[x] * potentials[x]);
        }
        return weight;
    }
}
