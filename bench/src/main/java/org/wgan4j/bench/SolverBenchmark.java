package org.wgan4j.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.approximate.SlicedDistance;
import org.wgan4j.transport.approximate.SlicedWasserstein;
import org.wgan4j.transport.entropic.EntropicSolution;
import org.wgan4j.transport.entropic.Sinkhorn;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.grid.GridTransport;
import org.wgan4j.transport.exact.line.LineTransport;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/** One call of each solver on random measures of n points, certificate included; matrices are made beforehand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls make() before it calls anything else
public class SolverBenchmark {
    private static final double REGULARISATION = 0.02;
    private static final int DIRECTIONS = 100;

    /** The number of points of either measure; for images, their pixels (a square number near n). */
    @Param({"500", "1000", "2000"})
    public int n;

    private Problem generalMasses;
    private Problem equalMasses;
    private Problem line;
    private Problem images;
    private Samples x;
    private Samples y;

    /** Makes the instances. */
    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        x = Measure.samples(points(random));
        y = Measure.samples(points(random));
        Cost matrix = Cost.matrix(matrixOf(Cost.SQUARED_EUCLIDEAN.between(x, y)));
        generalMasses =
                Problem.of(masses(random, n).normalized(), masses(random, n).normalized(), matrix);
        equalMasses = Problem.of(x, y, matrix);
        line = Problem.of(
                Measure.samples(random.doubles(n).toArray()),
                Measure.samples(random.doubles(n).toArray()),
                Cost.EUCLIDEAN);
        images = Problem.of(image(random), image(random), Cost.EUCLIDEAN);
    }

    /** Any masses and costs. */
    @Benchmark
    public Solution networkSimplex() {
        return NetworkSimplex.solve(generalMasses, Limits.NONE);
    }

    /** Equal masses. */
    @Benchmark
    public Solution assignment() {
        return Assignment.solve(equalMasses, Limits.NONE);
    }

    /** Points on the line. */
    @Benchmark
    public Solution line() {
        return LineTransport.solve(line, Limits.NONE);
    }

    /** Images under the straight-line distance of their pixels. */
    @Benchmark
    public Solution grid() {
        return GridTransport.solve(images, Limits.NONE);
    }

    /** Transport regularised by entropy, to the usual tolerance. */
    @Benchmark
    public EntropicSolution sinkhorn() {
        return Sinkhorn.of(REGULARISATION).solve(generalMasses);
    }

    /** Sliced W_2 in the plane. */
    @Benchmark
    public SlicedDistance sliced() {
        return SlicedWasserstein.between(x, y, 2, DIRECTIONS, 1);
    }

    private double[][] points(SplittableRandom random) {
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = random.doubles(2).toArray();
        }
        return points;
    }

    private static Measure masses(SplittableRandom random, int count) {
        return Measure.masses(random.doubles(count).toArray());
    }

    private Histogram image(SplittableRandom random) {
        int side = (int) Math.round(Math.sqrt(n));
        double[][] pixels = new double[side][];
        for (int row = 0; row < side; row++) {
            pixels[row] = random.doubles(side).toArray();
        }
        return Measure.histogram(pixels).normalized();
    }

    private static double[][] matrixOf(CostRows costs) {
        double[][] matrix = new double[costs.sources()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = costs.row(i, new double[costs.targets()]);
        }
        return matrix;
    }
}
