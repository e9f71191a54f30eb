package org.wgan4j.transport.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.UnequalMassException;

class ManyDistancesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 57, 200})
    void withinAListEveryPairIsAskedForOnceAndMirrored(int n) {
        for (int threads : new int[] {1, 2, 7}) {
            Set<DistanceMatrix.IndexPair> asked = ConcurrentHashMap.newKeySet();
            AtomicInteger calls = new AtomicInteger();
            DistanceMatrix matrix = ManyDistances.within(n, (i, j) -> {
                        calls.incrementAndGet();
                        asked.add(new DistanceMatrix.IndexPair(i, j));
                        return 1000 * i + j;
                    })
                    .threads(threads)
                    .compute();
            assertThat(calls.get()).isEqualTo(n * (n - 1) / 2).isEqualTo(asked.size());
            assertThat(matrix.isComplete()).isTrue();
            assertThat(matrix.missing()).isEmpty();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double expected = i == j ? 0 : 1000 * Math.min(i, j) + Math.max(i, j);
                    assertThat(matrix.distance(i, j)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void betweenTwoListsEveryPairHasItsPlace() {
        for (int[] shape : new int[][] {{3, 5}, {5, 3}, {1, 1}, {0, 4}, {4, 0}, {91, 77}}) {
            DistanceMatrix matrix = ManyDistances.between(shape[0], shape[1], (i, j) -> 1000 * i + j)
                    .threads(3)
                    .compute();
            assertThat(matrix.rows()).isEqualTo(shape[0]);
            assertThat(matrix.columns()).isEqualTo(shape[1]);
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[1]; j++) {
                    assertThat(matrix.distance(i, j)).isEqualTo(1000 * i + j);
                }
            }
        }
        assertThat(ManyDistances.fromOne(4, (i, j) -> i + j).compute().row(0)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void progressGrowsOneCallAtATimeUpToAll() {
        List<Long> seen = new ArrayList<>();
        ManyDistances.between(40, 30, (i, j) -> 1)
                .threads(4)
                .progress((done, total) -> {
                    assertThat(total).isEqualTo(1200);
                    seen.add(done);
                })
                .compute();
        assertThat(seen).isSorted().doesNotHaveDuplicates().endsWith(1200L);
    }

    @Test
    void aStoppedRunSaysWhichEntriesAreMissing() {
        AtomicInteger calls = new AtomicInteger();
        DistanceMatrix matrix = ManyDistances.within(30, (i, j) -> calls.incrementAndGet())
                .threads(2)
                .stoppedBy(() -> calls.get() >= 50)
                .compute();
        assertThat(matrix.isComplete()).isFalse();
        assertThat(matrix.missing()).hasSizeBetween(435 - 52, 435 - 48);
        for (DistanceMatrix.IndexPair pair : matrix.missing()) {
            assertThat(pair.row()).isLessThan(pair.column());
            assertThat(matrix.distance(pair.row(), pair.column())).isNaN();
            assertThat(matrix.distance(pair.column(), pair.row())).isNaN();
        }
        assertThat(matrix.distance(7, 7)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptStopsTheRunAndIsKept(int threads) {
        Thread caller = Thread.currentThread();
        AtomicInteger calls = new AtomicInteger();
        DistanceMatrix matrix = ManyDistances.between(100, 100, (i, j) -> {
                    if (calls.incrementAndGet() == 20) {
                        caller.interrupt();
                    }
                    return 1;
                })
                .threads(threads)
                .stoppedBy(() -> false)
                .compute();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(matrix.isComplete()).isEqualTo(matrix.missing().isEmpty());
        if (threads == 1) {
            assertThat(matrix.missing()).hasSize(10_000 - 19);
        }
    }

    @Test
    void anInterruptWhileWaitingForTheOthersStopsThem() {
        DistanceMatrix matrix = ManyDistances.fromOne(2, new Interrupting(Thread.currentThread()))
                .threads(2)
                .compute();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(matrix.missing()).isNotEmpty();
    }

    /** Quick in the calling thread; in the other, it interrupts that one and goes on until it is stopped. */
    private static final class Interrupting implements PairwiseDistance {
        private final Thread caller;
        private final CountDownLatch otherIsIn = new CountDownLatch(1);
        private final CountDownLatch callerIsDone = new CountDownLatch(1);

        Interrupting(Thread caller) {
            this.caller = caller;
        }

        @Override
        public double between(int first, int second) {
            return 1;
        }

        @Override
        public double between(int first, int second, BooleanSupplier stopped) {
            try {
                if (Thread.currentThread() == caller) {
                    otherIsIn.await();
                    callerIsDone.countDown();
                    return 1;
                }
                otherIsIn.countDown();
                callerIsDone.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            caller.interrupt();
            while (!stopped.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return Double.NaN;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aPairThatFailsIsNamedAndStopsTheOthers(int threads) {
        AtomicInteger calls = new AtomicInteger();
        ManyDistances work = ManyDistances.within(300, (i, j) -> {
                    calls.incrementAndGet();
                    if (i == 2 && j == 9) {
                        throw new IllegalStateException("broken");
                    }
                    return 1;
                })
                .threads(threads);
        PairFailedException failure = catchThrowableOfType(PairFailedException.class, work::compute);
        assertThat(failure).hasMessage("the distance of pair [2, 9] failed: broken");
        assertThat(failure.first()).isEqualTo(2);
        assertThat(failure.second()).isEqualTo(9);
        assertThat(failure.getCause()).isInstanceOf(IllegalStateException.class);
        assertThat(calls.get()).isLessThan(300 * 299 / 2);
    }

    @Test
    void aDistanceThatIsNoNumberIsAFailure() {
        assertThatThrownBy(() -> ManyDistances.fromOne(3, (i, j) -> j == 1 ? Double.NaN : 0)
                        .compute())
                .isInstanceOf(PairFailedException.class)
                .hasMessageContaining("pair [0, 1]")
                .hasMessageContaining("NaN");
    }

    @Test
    void anErrorOfTheProgramIsNotDisguised() {
        assertThatThrownBy(() -> ManyDistances.fromOne(9, (i, j) -> {
                            throw new AssertionError("a bug");
                        })
                        .threads(2)
                        .compute())
                .isInstanceOf(AssertionError.class)
                .hasMessage("a bug");
        assertThatThrownBy(() -> ManyDistances.fromOne(9, (i, j) -> 0)
                        .progress((done, total) -> {
                            throw new IllegalStateException("the window is closed");
                        })
                        .compute())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the window is closed");
    }

    @Test
    void refusesNegativeCountsAndNoThreads() {
        assertThatThrownBy(() -> ManyDistances.within(-1, (i, j) -> 0)).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> ManyDistances.within(1, (i, j) -> 0).threads(0))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("0 threads");
    }

    @Test
    void measuresAreComparedByExactTransport() {
        List<Samples> measures = clouds(12);
        DistanceMatrix alone =
                ManyDistances.within(measures, Cost.EUCLIDEAN).threads(1).compute();
        DistanceMatrix together =
                ManyDistances.within(measures, Cost.EUCLIDEAN).threads(3).compute();
        assertThat(together.toArray()).isDeepEqualTo(alone.toArray());
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                assertThat(alone.distance(i, j))
                        .isEqualTo(OptimalTransport.between(measures.get(i), measures.get(j))
                                .solve()
                                .distance());
                for (int k = 0; k < 12; k++) {
                    assertThat(alone.distance(i, j))
                            .isLessThanOrEqualTo(alone.distance(i, k) + alone.distance(k, j) + 1e-12);
                }
            }
        }
        DistanceMatrix between = ManyDistances.between(measures.subList(0, 3), measures, Cost.EUCLIDEAN)
                .compute();
        assertThat(between.row(1)[7]).isEqualTo(alone.distance(1, 7));
        assertThat(ManyDistances.fromOne(measures.get(2), measures, Cost.EUCLIDEAN)
                        .compute()
                        .distance(0, 5))
                .isEqualTo(alone.distance(2, 5));
    }

    private static List<Samples> clouds(int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<Samples> clouds = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[][] points = new double[5 + k][2];
            for (double[] point : points) {
                point[0] = random.nextGaussian() + k;
                point[1] = random.nextGaussian();
            }
            clouds.add(Measure.samples(points));
        }
        return clouds;
    }

    @Test
    void aRunOverMeasuresThatIsStoppedBeforeItStartsIsAllMissing() {
        DistanceMatrix matrix = ManyDistances.within(clouds(4), Cost.EUCLIDEAN)
                .stoppedBy(() -> true)
                .compute();
        assertThat(matrix.missing()).hasSize(6);
        assertThat(matrix.isSymmetric()).isTrue();
    }

    @Test
    void measuresThatDoNotBalanceAreNamed() {
        List<Measure> measures = List.of(Measure.histogram(1, 1), Measure.histogram(2, 0), Measure.histogram(1, 2));
        assertThatThrownBy(() -> ManyDistances.within(measures, Cost.EUCLIDEAN)
                        .threads(1)
                        .compute())
                .isInstanceOf(PairFailedException.class)
                .hasMessageContaining("pair [0, 2]")
                .hasMessageContaining("2.0 and the target's to 3.0")
                .hasCauseInstanceOf(UnequalMassException.class);
    }
}
