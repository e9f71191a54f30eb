package org.wgan4j.transport.approximate;

import org.wgan4j.transport.ShapeMismatchException;

/**
 * The optimal map between two Gaussians, {@code x -> m2 + T (x - m1)} with T symmetric and positive semidefinite.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class GaussianMap {
    private final double[] sourceMean;
    private final double[] targetMean;
    private final double[][] matrix;

    GaussianMap(double[] sourceMean, double[] targetMean, double[][] matrix) {
        this.sourceMean = sourceMean;
        this.targetMean = targetMean;
        this.matrix = matrix;
    }

    /** The image of a point {@code [d]}. */
    public double[] apply(double[] point) {
        if (point.length != sourceMean.length) {
            throw new ShapeMismatchException("the point has " + point.length + " coordinates and the Gaussians have "
                    + sourceMean.length + "; they must agree");
        }
        double[] image = targetMean.clone();
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < image.length; j++) {
                image[i] += matrix[i][j] * (point[j] - sourceMean[j]);
            }
        }
        return image;
    }

    /** A copy of T, {@code [d][d]}. */
    public double[][] matrix() {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
