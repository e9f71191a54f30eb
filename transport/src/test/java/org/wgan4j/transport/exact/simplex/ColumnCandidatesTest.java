package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnCandidatesTest {
    @Test
    void inTwoRunsMergedTheCheapestRowsOfEveryColumnAreFoundOnce() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = 3 + random.nextInt(10);
            int columns = 1 + random.nextInt(8);
            int ofColumn = 1 + random.nextInt(3);
            double[] f = random.doubles(rows).toArray();
            double[] g = random.doubles(columns).toArray();
            double[][] costs = new double[rows][];
            Arrays.setAll(costs, i -> random.doubles(columns).toArray());
            ColumnCandidates early = new ColumnCandidates(columns, ofColumn);
            ColumnCandidates late = new ColumnCandidates(columns, ofColumn);
            int cut = rows / 2;
            for (int i = 0; i < rows; i++) {
                (i < cut ? early : late).offer(i, costs[i], f[i]);
            }
            early.merge(late);
            SmallestKeys[] ofRows = new SmallestKeys[rows];
            Arrays.setAll(ofRows, i -> new SmallestKeys(2));
            ofRows[0].offer(0, 0, costs[0][0] - f[0] - g[0]); // listed already
            early.addTo(ofRows, g);
            assertThat(listed(ofRows)).as("seed %d", seed).isEqualTo(expected(costs, f, ofColumn));
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < ofRows[i].size(); k++) {
                    int j = ofRows[i].index(k);
                    assertThat(ofRows[i].cost(k)).isEqualTo(costs[i][j] - f[i] - g[j]);
                }
            }
        }
    }

    private static List<String> listed(SmallestKeys[] ofRows) {
        return IntStream.range(0, ofRows.length)
                .boxed()
                .flatMap(i -> IntStream.range(0, ofRows[i].size()).mapToObj(k -> i + "," + ofRows[i].index(k)))
                .sorted()
                .toList();
    }

    private static List<String> expected(double[][] costs, double[] f, int ofColumn) {
        Set<String> arcs = new TreeSet<>(List.of("0,0"));
        for (int j = 0; j < costs[0].length; j++) {
            int column = j;
            IntStream.range(0, costs.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> costs[i][column] - f[i]))
                    .limit(ofColumn)
                    .forEach(i -> arcs.add(i + "," + column));
        }
        return List.copyOf(arcs);
    }
}
