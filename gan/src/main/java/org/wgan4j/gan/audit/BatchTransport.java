package org.wgan4j.gan.audit;

import java.util.Arrays;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Masses;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.entropic.Sinkhorn;
import org.wgan4j.transport.entropic.SinkhornDivergence;
import org.wgan4j.transport.exact.assignment.Assignment;

/**
 * The transport distances of an audit's batches, which do not depend on the critic.
 *
 * @param distances between real and generated images, {@code [real][generated]}
 * @param exact the exact solution from real to generated images
 * @param floor W1 between the real images and as many others
 * @param generatedFloor W1 between the generated images and as many others
 * @param divergence the Sinkhorn divergence between real and generated images
 * @param epsilon its regularisation
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BatchTransport(
        double[][] distances, Solution exact, double floor, double generatedFloor, double divergence, double epsilon) {
    /**
     * The regularisation in units of the root of the number of pixels, with which distances between images grow: 8.4 for 28 by 28 pixels, about
     * the distance between two digits. Much smaller ones do not blur images that far apart, and leave as much of a divergence between real and
     * real images as there is of W1: 11.3 at 0.56, 0.1 at 8.
     */
    private static final double EPSILON = 0.3;

    /** The marginal error of the entropic plans: the divergence is then right to about four digits. */
    private static final double TOLERANCE = 1e-4;

    private static final long MOST_ITERATIONS = 2000;

    static BatchTransport of(AuditBatches batches) {
        int n = Math.toIntExact(batches.real().size(0));
        double[][] pooled = NativeScope.get(
                () -> PixelDistances.among(torch.cat(new TensorVector(batches.real(), batches.generated()), 0)));
        double[][] across = new double[n][];
        Arrays.setAll(across, i -> Arrays.copyOfRange(pooled[i], n, 2 * n));
        double epsilon = EPSILON * Math.sqrt((double) batches.real().numel() / n);
        return new BatchTransport(
                across,
                solve(across),
                distance(batches.real(), batches.otherReal()),
                distance(batches.generated(), batches.otherGenerated()),
                divergence(pooled, epsilon),
                epsilon);
    }

    /** The exact W1 less the mean of both floors. */
    double debiased() {
        return exact.cost() - (floor + generatedFloor) / 2;
    }

    Pairing pairing() {
        return Pairing.of(exact.plan(), distances);
    }

    void addTo(Map<AuditValue, Double> values) {
        values.put(AuditValue.EXACT_W1, exact.cost());
        values.put(AuditValue.FLOOR_W1, floor);
        values.put(AuditValue.GENERATED_FLOOR_W1, generatedFloor);
        values.put(AuditValue.DEBIASED_W1, debiased());
        values.put(AuditValue.SINKHORN_DIVERGENCE, divergence);
        values.put(AuditValue.SINKHORN_EPSILON, epsilon);
    }

    private static double distance(Tensor x, Tensor y) {
        return solve(PixelDistances.between(x, y)).cost();
    }

    private static Solution solve(double[][] distances) {
        Masses equal = uniform(distances.length, 0, distances.length);
        return Assignment.solve(Problem.of(equal, equal, Cost.matrix(distances)), Limits.NONE);
    }

    /** Both measures are on all images, so that one matrix has the distances within each and between both. */
    private static double divergence(double[][] pooled, double epsilon) {
        int points = pooled.length;
        Measure real = uniform(points, 0, points / 2);
        Measure generated = uniform(points, points / 2, points);
        Sinkhorn sinkhorn = new Sinkhorn(epsilon, TOLERANCE, MOST_ITERATIONS);
        return SinkhornDivergence.between(real, generated, Cost.matrix(pooled), sinkhorn)
                .value();
    }

    private static Masses uniform(int points, int from, int to) {
        double[] masses = new double[points];
        Arrays.fill(masses, from, to, 1.0 / (to - from));
        return Measure.masses(masses);
    }
}
