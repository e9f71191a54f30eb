package org.wgan4j.app.cli.input;

import java.util.BitSet;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.NumberTable;
import org.wgan4j.transport.Plan;

/**
 * Pairs of an infinite cost, over which no mass may go.
 *
 * <p>A solver is given a finite price for them, so high that a plan without them, if there is any, is cheaper than every plan with them:
 * to avoid one such pair, the mass of a cycle is moved, which changes the costs of at most as many other pairs as the smaller side has
 * points. A lower bound of the optimum at this price is one at every higher price too.
 *
 * @param pairs row after row
 * @param targets the number of columns
 * @param price what a unit of mass pays there
 */
public record ForbiddenPairs(BitSet pairs, int targets, double price) {
    /** More mass than this share of all, and the plan uses the pair; less is rounding. */
    private static final double NOTHING = 1e-9;

    /** The pairs of a matrix. */
    static ForbiddenPairs in(NumberTable table) {
        BitSet pairs = new BitSet();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean fits = (long) table.height() * table.width() <= Integer.MAX_VALUE;
        for (int row = 0; row < table.height(); row++) {
            for (int column = 0; column < table.width(); column++) {
                double cost = table.at(row, column);
                if (cost == Double.POSITIVE_INFINITY && fits) {
                    pairs.set(row * table.width() + column);
                } else {
                    least = Math.min(least, cost);
                    most = Math.max(most, cost);
                }
            }
        }
        double size = pairs.cardinality() == table.height() * (double) table.width()
                ? 1
                : Math.max(Math.max(Math.abs(least), Math.abs(most)), Double.MIN_NORMAL);
        double price = 2 * size * (Math.min(table.height(), table.width()) + 1.0);
        return new ForbiddenPairs(pairs, table.width(), price);
    }

    /** Whether there are any. */
    public boolean any() {
        return !pairs.isEmpty();
    }

    /** The costs with the price in place of infinity. */
    double[][] priced(NumberTable table) {
        double[][] costs = new double[table.height()][targets];
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < targets; column++) {
                costs[row][column] = pairs.get(row * targets + column) ? price : table.at(row, column);
            }
        }
        return costs;
    }

    /**
     * Refuses a plan that goes over such pairs.
     *
     * @throws ActionableException with how much mass there is no other way for
     */
    public void check(Plan plan) {
        double there = 0;
        double all = 0;
        for (int entry = 0; entry < plan.size(); entry++) {
            all += plan.mass(entry);
            there += pairs.get(plan.source(entry) * targets + plan.target(entry)) ? plan.mass(entry) : 0;
        }
        if (there > NOTHING * all) {
            throw new ActionableException("no plan avoids the pairs of infinite cost: at least " + there + " of " + all
                    + " in mass has no other way; allow more pairs, or move less with --partial");
        }
    }
}
