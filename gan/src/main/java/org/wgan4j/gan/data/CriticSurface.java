package org.wgan4j.gan.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.wgan4j.gan.ArraySize;

/**
 * The critic's scores on a square grid of the plane, with real and generated points.
 *
 * <p>Immutable and safe for use by several threads: the scores are copied on their way in and out. Two are equal if all of their numbers are.
 *
 * @param generated points of the generator
 * @param real points of the data set
 * @param halfWidth half the width of the square around 0 that the grid covers, above 0
 * @param gridSize scores in each row and column of the grid, at least 2: neighbours are {@code 2 halfWidth / (gridSize - 1)} apart
 * @param scores {@code [gridSize, gridSize]}, the row of the least y first, and in a row the least x first
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared number by number
public record CriticSurface(Points generated, Points real, double halfWidth, int gridSize, float[] scores) {
    /** Checks that the scores fill the grid. */
    public CriticSurface {
        if (gridSize < 2 || scores.length != ArraySize.of("scores", gridSize, gridSize) || !(halfWidth > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d scores do not fill a grid of %d rows and columns with half width %s",
                    scores.length,
                    gridSize,
                    halfWidth));
        }
        scores = scores.clone();
    }

    @Override
    public float[] scores() {
        return scores.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CriticSurface that
                && generated.equals(that.generated)
                && real.equals(that.real)
                && halfWidth == that.halfWidth
                && gridSize == that.gridSize
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(generated, real, halfWidth, gridSize, Arrays.hashCode(scores));
    }

    /** The points of the grid, in the order of the scores. */
    public static Points gridPoints(double halfWidth, int gridSize) {
        float[] points = new float[ArraySize.of("coordinates", 2, gridSize, gridSize)];
        for (int row = 0; row < gridSize; row++) {
            for (int column = 0; column < gridSize; column++) {
                points[2 * (row * gridSize + column)] = coordinate(column, halfWidth, gridSize);
                points[2 * (row * gridSize + column) + 1] = coordinate(row, halfWidth, gridSize);
            }
        }
        return Points.owning(points);
    }

    private static float coordinate(int index, double halfWidth, int gridSize) {
        return (float) (halfWidth * (2.0 * index / (gridSize - 1) - 1));
    }

    /** The score in a row, from the least y, and a column, from the least x. */
    public float score(int row, int column) {
        return scores[Objects.checkIndex(row, gridSize) * gridSize + Objects.checkIndex(column, gridSize)];
    }
}
