package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.solver.OptimalTransport;

class NearestByTransportTest {
    private static final int CODES = 256;

    /** Up to 12 colours, near a random one, so that some candidates are close and most are far. */
    private static Measure cloud(SplittableRandom random, int coarseness) {
        int size = 1 + random.nextInt(12);
        double[][] points = new double[size][3];
        double[] masses = new double[size];
        double sum = 0;
        int[] centre = {random.nextInt(CODES), random.nextInt(CODES), random.nextInt(CODES)};
        for (int i = 0; i < size; i++) {
            for (int axis = 0; axis < 3; axis++) {
                points[i][axis] = (centre[axis] + random.nextInt(40)) / coarseness * coarseness;
            }
            masses[i] = 1 + random.nextInt(5);
            sum += masses[i];
        }
        for (int i = 0; i < size; i++) {
            masses[i] /= sum;
        }
        return Measure.samples(points).weighted(masses);
    }

    private static double exact(Measure a, Measure b) {
        return OptimalTransport.between(a, b).solve().distance();
    }

    private static List<Neighbor> all(Measure query, List<Measure> candidates) {
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Neighbor(i, exact(query, candidates.get(i)), 0))
                .sorted(Comparator.comparingDouble(Neighbor::distance).thenComparingInt(Neighbor::candidate))
                .toList();
    }

    private static void assertSameAsSolvingAll(Measure query, List<Measure> candidates, int wanted) {
        List<Neighbor> expected = all(query, candidates).subList(0, Math.min(wanted, candidates.size()));
        for (int threads : new int[] {1, 3}) {
            try (WorkerPool workers = new WorkerPool(threads)) {
                NearestByTransport search =
                        new NearestByTransport(query, candidates::get, wanted, NearestByTransportTest::exact, workers);
                List<Neighbor> found = search.among(candidates.size());
                assertThat(found.stream().map(Neighbor::candidate))
                        .containsExactlyElementsOf(
                                expected.stream().map(Neighbor::candidate).toList());
                assertThat(found.stream().map(Neighbor::distance))
                        .containsExactlyElementsOf(
                                expected.stream().map(Neighbor::distance).toList());
                assertThat(search.solved()).isBetween(found.size(), candidates.size());
            }
        }
    }

    /** The coarser the grid of colours, the more distances are equal. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 64, 256})
    void theNearestAreThoseOfSolvingAll(int coarseness) {
        SplittableRandom random = new SplittableRandom(coarseness);
        for (int round = 0; round < 6; round++) {
            List<Measure> candidates = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                candidates.add(cloud(random, coarseness));
            }
            assertSameAsSolvingAll(cloud(random, coarseness), candidates, 1 + random.nextInt(12));
        }
    }

    @Test
    void equalCandidatesAreInTheOrderOfTheirNumbers() {
        Measure query = cloud(new SplittableRandom(1), 1);
        Measure other = cloud(new SplittableRandom(2), 1);
        List<Measure> candidates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            candidates.add(i % 3 == 0 ? query : other);
        }
        assertSameAsSolvingAll(query, candidates, 20);
    }

    /** Single colours: the bounds are the distances but for rounding, so that a search that trusts them to the last bit goes wrong. */
    @Test
    void boundsThatAreTightLeadNobodyAstray() {
        SplittableRandom random = new SplittableRandom(9);
        List<Measure> candidates = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            candidates.add(Measure.samples(new double[][] {{10 * Math.cos(angle), 10 * Math.sin(angle), 0}}));
        }
        assertSameAsSolvingAll(Measure.samples(new double[][] {{0, 0, 0}}), candidates, 7);
    }

    @Test
    void moreThanThereAreMeansAll() {
        SplittableRandom random = new SplittableRandom(11);
        assertSameAsSolvingAll(cloud(random, 1), List.of(cloud(random, 1), cloud(random, 1)), 5);
    }

    @Test
    void farCandidatesAreNotSolved() {
        List<Measure> candidates = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            candidates.add(Measure.samples(new double[][] {{i, 0, 0}, {i + 0.5, 1, 0}}));
        }
        try (WorkerPool workers = new WorkerPool(2)) {
            NearestByTransport search = new NearestByTransport(
                    candidates.get(500), candidates::get, 5, NearestByTransportTest::exact, workers);
            assertThat(search.among(1000).stream().map(Neighbor::candidate)).containsExactly(500, 499, 501, 498, 502);
            assertThat(search.solved()).isLessThan(20);
        }
    }

    @Test
    void noBoundExceedsTheDistance() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 300; i++) {
            Measure a = cloud(random, 1 + random.nextInt(50));
            Measure b = cloud(random, 1 + random.nextInt(50));
            QueryBounds bounds = new QueryBounds(a);
            double distance = exact(a, b);
            assertThat(bounds.tight(b)).isLessThanOrEqualTo(distance * (1 + 1e-12) + 1e-12);
            assertThat(bounds.coarse(b)).isLessThanOrEqualTo(bounds.tight(b));
        }
    }

    @Test
    void aShiftIsBoundedByItsLength() {
        Measure a = Measure.samples(new double[][] {{0, 0, 0}, {5, 1, 2}});
        Measure b = Measure.samples(new double[][] {{3, 4, 0}, {8, 5, 2}});
        assertThat(new QueryBounds(a).coarse(b)).isEqualTo(5);
    }
}
