package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;
import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * Optimal potentials as near to 0 as they can be, so that rounding them to doubles costs their value the least.
 *
 * <p>The potentials of a tree can be huge though all mass moves at small costs: the tree is held together by arcs without flow. What
 * hangs together by mass keeps its prices relative to each other; each such part may be shifted against the others as long as no pair
 * objects. The shifts nearest to the wanted ones from below, or from above, are shortest paths between the parts.
 */
final class CenteredPotentials {
    /** Bounds the rounding of a sum of five numbers, as a share of their sizes. */
    private static final double ROUNDING = 0x1p-49;

    private final CostRows costs;
    private final ExactTree tree;
    private final double[] masses;
    private final DyadicUnit unit;
    private final int sources;
    private final int nodes;

    /** The part of each node, and how many parts there are. */
    private final int[] partOf;

    private final int parts;
    private final int[][] members;

    /** Of an optimal tree with unperturbed flows; what each node sends weighs how much its price matters. */
    CenteredPotentials(CostRows costs, ExactTree tree, double[] masses, DyadicUnit unit, boolean[] carries) {
        this.costs = costs;
        this.tree = tree;
        this.masses = masses;
        this.unit = unit;
        this.sources = tree.sources();
        this.nodes = tree.nodes();
        this.partOf = new int[nodes];
        Arrays.fill(partOf, -1);
        int found = 0;
        for (int x = 0; x < nodes; x++) {
            found = place(x, carries, found);
        }
        this.parts = found;
        int[] sizes = new int[parts];
        for (int part : partOf) {
            sizes[part]++;
        }
        this.members = new int[parts][];
        Arrays.setAll(members, part -> new int[sizes[part]]);
        for (int x = nodes - 1; x >= 0; x--) {
            members[partOf[x]][--sizes[partOf[x]]] = x;
        }
    }

    /** The part of a node is that of the nearest ancestor to which mass does not flow on. */
    private int place(int node, boolean[] carries, int found) {
        int top = node;
        while (partOf[top] < 0 && tree.parent(top) >= 0 && carries[top]) {
            top = tree.parent(top);
        }
        int count = found;
        if (partOf[top] < 0) {
            partOf[top] = count++;
        }
        for (int x = node; partOf[x] < 0; x = tree.parent(x)) {
            partOf[x] = partOf[top];
        }
        return count;
    }

    /** The f of all sources, then the g of all targets. */
    double[] prices(Limits.Deadline deadline) {
        BigInteger[] wanted = new BigInteger[parts];
        Arrays.setAll(wanted, this::center);
        BigInteger[] fromBelow = shifts(wanted, true, deadline);
        double[] below = prices(fromBelow);
        if (Arrays.equals(fromBelow, wanted)) {
            return below;
        }
        double[] above = prices(shifts(wanted, false, deadline));
        return weight(below) <= weight(above) ? below : above;
    }

    /** The shift at which the prices of a part, weighted by mass, are nearest to 0: less their median. */
    private BigInteger center(int part) {
        Integer[] order = Arrays.stream(members[part]).boxed().toArray(Integer[]::new);
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

    /** The largest shifts no larger than the wanted ones that no pair objects to, or the smallest no smaller, by Dijkstra's algorithm. */
    private BigInteger[] shifts(BigInteger[] wanted, boolean fromBelow, Limits.Deadline deadline) {
        BigInteger[] label = new BigInteger[parts];
        Arrays.setAll(label, part -> fromBelow ? wanted[part] : wanted[part].negate());
        double[] rounded = Arrays.stream(label).mapToDouble(unit::value).toArray();
        boolean[] settled = new boolean[parts];
        for (int round = 0; round < parts; round++) {
            deadline.check((long) sources * (nodes - sources) / parts);
            int next = -1;
            for (int part = 0; part < parts; part++) {
                if (!settled[part] && (next < 0 || label[part].compareTo(label[next]) < 0)) {
                    next = part;
                }
            }
            settled[next] = true;
            lowerFrom(next, label, rounded, settled, fromBelow);
        }
        if (!fromBelow) {
            Arrays.setAll(label, part -> label[part].negate());
        }
        return label;
    }

    private void lowerFrom(int part, BigInteger[] label, double[] rounded, boolean[] settled, boolean fromBelow) {
        for (int x : members[part]) {
            if (x < sources == fromBelow) {
                continue;
            }
            int from = fromBelow ? 0 : sources;
            int to = fromBelow ? sources : nodes;
            for (int y = from; y < to; y++) {
                int other = partOf[y];
                int source = Math.min(x, y);
                int target = Math.max(x, y);
                if (settled[other] || isOutOfReach(source, target, rounded[part], rounded[other])) {
                    continue;
                }
                BigInteger reach = label[part].add(slack(source, target));
                if (reach.compareTo(label[other]) < 0) {
                    label[other] = reach;
                    rounded[other] = unit.value(reach);
                }
            }
        }
    }

    /** Whether rounded numbers leave no doubt that a label is not lowered through a pair. */
    private boolean isOutOfReach(int source, int target, double from, double to) {
        double cost = costs.cost(source, target - sources);
        double ofSource = tree.rounded(source);
        double ofTarget = tree.rounded(target);
        double sizes = Math.abs(cost) + Math.abs(ofSource) + Math.abs(ofTarget) + Math.abs(from) + Math.abs(to);
        return cost + (ofTarget - ofSource) + (from - to) > ROUNDING * sizes;
    }

    /** What a pair costs beyond its prices; a rounding below 0 counts as 0. */
    private BigInteger slack(int source, int target) {
        return unit.count(costs.cost(source, target - sources))
                .subtract(tree.potential(source))
                .add(tree.potential(target))
                .max(BigInteger.ZERO);
    }

    private double[] prices(BigInteger[] shifts) {
        double[] prices = new double[nodes];
        for (int x = 0; x < nodes; x++) {
            BigInteger shifted = tree.potential(x).add(shifts[partOf[x]]);
            prices[x] = unit.value(x < sources ? shifted : shifted.negate());
        }
        return prices;
    }

    private double weight(double[] prices) {
        double weight = 0;
        for (int x = 0; x < nodes; x++) {
            weight += Math.abs(masses[x] * prices[x]);
        }
        return weight;
    }
}
