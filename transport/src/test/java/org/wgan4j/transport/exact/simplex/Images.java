package org.wgan4j.transport.exact.simplex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Images to move into one another. */
public final class Images {
    private Images() {}

    /** Images of mass 1: dense, sparse, full of ties, a single cell, a checkerboard, a ramp, and single cells at two corners. */
    public static List<double[]> kinds(int height, int width, SplittableRandom random) {
        int cells = height * width;
        double[] sparse = new double[cells];
        double[] ties = new double[cells];
        double[] first = new double[cells];
        double[] last = new double[cells];
        double[] board = new double[cells];
        double[] ramp = new double[cells];
        first[0] = 1;
        last[cells - 1] = 1;
        for (int k = 0; k < cells; k++) {
            sparse[k] = random.nextInt(10) == 0 || k == 2 ? random.nextDouble() : 0;
            ties[k] = random.nextInt(3) + (k == 1 ? 1 : 0);
            board[k] = (k / width + k % width) % 2;
            ramp[k] = k;
        }
        List<double[]> images = new ArrayList<>();
        for (double[] image :
                List.of(random(cells, random), random(cells, random), sparse, ties, first, last, board, ramp)) {
            double mass = DoubleStream.of(image).sum();
            images.add(Arrays.stream(image).map(x -> x / mass).toArray());
        }
        return images;
    }

    public static double[] random(int cells, SplittableRandom random) {
        double[] masses = random.doubles(cells).toArray();
        double sum = DoubleStream.of(masses).sum();
        return Arrays.stream(masses).map(x -> x / sum).toArray();
    }
}
