package org.wgan4j.gan.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.wgan4j.gan.ArraySize;

/**
 * A look at a game on the plane: generated points, real points, and the critic's scores around them.
 *
 * <p>Immutable and safe for use by several threads: the scores are copied on their way in and out. Two are equal if all of their numbers are.
 *
 * @param generated points of the generator
 * @param real points of the data set
 * @param reach half the side of the square around 0 that the scores cover, above 0
 * @param side scores on each side of the square, at least 2: neighbours are {@code 2 reach / (side - 1)} apart
 * @param scores {@code [side, side]}, the row of the least y first, and in a row the least x first
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared number by number
public record CriticSurface(Points generated, Points real, double reach, int side, float[] scores) {
    /** Checks that the scores fill the square. */
    public CriticSurface {
        if (side < 2 || scores.length != ArraySize.of("scores", side, side) || !(reach > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d scores do not fill a square of side %d and reach %s", scores.length, side, reach));
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
                && reach == that.reach
                && side == that.side
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(generated, real, reach, side, Arrays.hashCode(scores));
    }

    /** The places of the scores, in their order. */
    public static Points places(double reach, int side) {
        float[] places = new float[ArraySize.of("coordinates", 2, side, side)];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                places[2 * (row * side + column)] = coordinate(column, reach, side);
                places[2 * (row * side + column) + 1] = coordinate(row, reach, side);
            }
        }
        return Points.owning(places);
    }

    private static float coordinate(int index, double reach, int side) {
        return (float) (reach * (2.0 * index / (side - 1) - 1));
    }

    /** The score in a row, from the least y, and a column, from the least x. */
    public float score(int row, int column) {
        return scores[Objects.checkIndex(row, side) * side + Objects.checkIndex(column, side)];
    }
}
