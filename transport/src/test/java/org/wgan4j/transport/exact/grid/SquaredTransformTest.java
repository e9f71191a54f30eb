package org.wgan4j.transport.exact.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Limits;

class SquaredTransformTest {
    private static final int[][] SHAPES = {{1}, {6}, {1, 5}, {4, 1}, {4, 5}, {3, 2, 4}, {2, 3, 1, 2}};

    @Test
    void isTheLeastOverAllPairsAndNamesACellThatYieldsIt() {
        SplittableRandom random = new SplittableRandom(2);
        for (int[] shape : SHAPES) {
            Grid grid = new Grid(shape);
            double[] w = new double[grid.cells()];
            for (int j = 0; j < w.length; j++) {
                w[j] = j > 0 && random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(-20, 20);
            }
            SquaredTransform transform = new SquaredTransform(grid);
            double[] all = transform.all(w, Limits.NONE.start());
            for (int i = 0; i < w.length; i++) {
                double least = Double.POSITIVE_INFINITY;
                for (int j = 0; j < w.length; j++) {
                    least = Math.min(least, grid.squaredDistance(i, j) + w[j]);
                }
                assertThat(all[i]).isEqualTo(least);
                int slab = i / transform.slabCells();
                transform.slab(slab, w);
                int j = transform.minimiser(slab, i % transform.slabCells(), w);
                assertThat(grid.squaredDistance(i, j) + w[j]).isEqualTo(least);
            }
        }
    }
}
