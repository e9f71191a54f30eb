package org.wgan4j.transport.exact.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Argsort;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/** Lists of the cheapest columns, and the sorting that they and the line rely on. */
class CheapestColumnsTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 9, 70, 1000, 1003})
    void theBoundHoldsForAllThatIsNotListedWhilePricesFall(int columns) {
        SplittableRandom random = new SplittableRandom(columns);
        double[][] costs = {random.doubles(columns).toArray()};
        double[] prices = new double[columns];
        CheapestColumns cheapest = new CheapestColumns(rows(costs), prices, Limits.NONE.start());
        assertThat(cheapest.bound(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        cheapest.read(0, 12);
        int[] listed = cheapest.columns(0).clone();
        assertThat(listed).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
        Arrays.setAll(prices, j -> -random.nextDouble());
        for (int j = 0; j < columns; j++) {
            int column = j;
            if (IntStream.of(listed).noneMatch(k -> k == column)) {
                assertThat(costs[0][j] - prices[j]).isGreaterThanOrEqualTo(cheapest.bound(0));
            }
        }
    }

    @Test
    void tiesDoNotFillTheList() {
        CheapestColumns cheapest =
                new CheapestColumns(rows(new double[1][5000]), new double[5000], Limits.NONE.start());
        cheapest.read(0, 20);
        assertThat(cheapest.columns(0)).hasSize(20);
        assertThat(cheapest.bound(0)).isZero();
        assertThat(cheapest.reads()).isEqualTo(1);
    }

    @Test
    void theHeapYieldsLabelsInAscendingOrder() {
        double[] labels = new SplittableRandom(1)
                .doubles(500)
                .map(x -> Math.rint(x * 100))
                .toArray();
        LabelHeap heap = new LabelHeap();
        for (int k = 0; k < labels.length; k++) {
            heap.push(labels[k], k);
        }
        double[] popped = new double[labels.length];
        for (int k = 0; k < popped.length; k++) {
            double least = heap.leastLabel();
            popped[k] = labels[heap.pop()];
            assertThat(popped[k]).isEqualTo(least);
        }
        Arrays.sort(labels);
        assertThat(popped).containsExactly(labels);
        assertThat(heap.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 1001})
    void anOrderSortsAndKeepsEqualValuesInPlace(int size) {
        double[] values =
                new SplittableRandom(size).doubles(size, 0, 20).map(Math::floor).toArray();
        int[] order = Argsort.of(values);
        assertThat(order).doesNotHaveDuplicates().hasSize(size);
        for (int k = 1; k < size; k++) {
            int before = order[k - 1];
            assertThat(values[before]).isLessThanOrEqualTo(values[order[k]]);
            assertThat(values[before] < values[order[k]] || before < order[k]).isTrue();
        }
    }

    private static CostRows rows(double[][] costs) {
        double[] ones = new double[costs[0].length];
        Arrays.fill(ones, 1);
        return Cost.matrix(costs).between(Measure.masses(1), Measure.masses(ones));
    }
}
