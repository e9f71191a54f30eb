package org.wgan4j.app.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.app.cli.transport.TransportCalls.JSON;
import static org.wgan4j.app.cli.transport.TransportCalls.json;
import static org.wgan4j.app.cli.transport.TransportCalls.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import tools.jackson.databind.JsonNode;

class TransportCommandTest {
    private static final List<String> KEYS = List.of(
            "cost",
            "distance",
            "p",
            "dual",
            "gap",
            "violation",
            "marginal_error",
            "solver",
            "iterations",
            "converged",
            "seconds",
            "regularization",
            "objective",
            "unbalanced",
            "moved",
            "standard_error",
            "projections",
            "n",
            "m",
            "source",
            "target");

    @TempDir
    private Path folder;

    private TransportFiles files = new TransportFiles(Path.of(""));

    @BeforeEach
    void findTheFolder() {
        files = new TransportFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "line", "assignment", "simplex"})
    void aShiftOfTheLineCostsItsLength(String solver) {
        JsonNode answer =
                json(files.values("x.npy", 0.5, -1, 7, 2), files.values("y.npy", 4.5, 3, 11, 6), "--solver", solver);
        assertThat(answer.get("cost").asDouble()).isCloseTo(4, within(1e-12));
        assertThat(answer.get("dual").asDouble()).isCloseTo(4, within(1e-12));
        assertThat(answer.get("distance").asDouble())
                .isEqualTo(answer.get("cost").asDouble());
        assertThat(answer.get("converged").asBoolean()).isTrue();
        assertThat(answer.get("n").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"euclidean, 1, 5, 5", "euclidean, 3, 125, 5", "sqeuclidean, 2, 25, 5", "l1, 1, 7, 7", "l1, 2, 49, 7"})
    void aShiftOfThePlaneCostsThePowerOfItsLength(String cost, double power, double expected, double distance) {
        double[][] points = TransportFiles.cloud(60, 3);
        double[][] shifted = TransportFiles.moved(points, 3, -4);
        JsonNode answer = json(
                files.points("x.npy", points),
                files.points("y.npy", shifted),
                "--cost",
                cost,
                "--p",
                Double.toString(power));
        assertThat(answer.get("p").asDouble()).isEqualTo(power);
        assertThat(answer.get("cost").asDouble()).isCloseTo(expected, within(1e-10 * expected));
        assertThat(answer.get("distance").asDouble()).isCloseTo(distance, within(1e-10));
        assertThat(Math.abs(answer.get("gap").asDouble())).isLessThan(1e-9 * expected);
        assertThat(answer.get("violation").asDouble()).isLessThan(1e-9 * expected);
    }

    @Test
    void theHistogramsOfThePaperCostWhatTheyMust() {
        String x = files.text("x.csv", "12,7,4,1,19,14,9,6,3,2");
        String y = files.text("y.csv", "1\n5\n11\n17\n13\n9\n6\n4\n3\n2\n");
        JsonNode w1 = json(x, y, "--histogram", "--normalize");
        assertThat(w1.get("distance").asDouble()).isCloseTo(351.0 / 497, within(1e-13));
        assertThat(w1.get("source").asString()).isEqualTo("histogram: 10 cells on a line, given masses");
        JsonNode w2 = json(x, y, "--histogram", "--normalize", "--cost", "sqeuclidean");
        assertThat(w2.get("distance").asDouble()).isCloseTo(0.9292711691419394, within(1e-12));
    }

    @Test
    void massesNeedNotSumToOne() {
        JsonNode answer = json(files.values("x.npy", 3, 2, 1, 4), files.values("y.npy", 1, 2, 4, 3), "--histogram");
        assertThat(answer.get("cost").asDouble()).isCloseTo(5, within(1e-12));
        assertThat(answer.get("source").asString()).endsWith("given masses that sum to 10");
    }

    @Test
    void aMatrixOfCostsNeedsNoPoints() {
        String costs = files.text("costs.csv", "0,1\n1,0\n5,5\n");
        assertThat(json("--cost", costs).get("cost").asDouble()).isCloseTo(5.0 / 3, within(1e-12));
        String half = files.values("half.npy", 0.5, 0.5, 0);
        String all = files.values("all.npy", 0, 1);
        JsonNode answer = json("--cost", costs, "--weights", half, all, "--p", "2");
        assertThat(answer.get("cost").asDouble()).isCloseTo(0.5, within(1e-13));
        assertThat(answer.get("distance").asDouble()).isCloseTo(Math.sqrt(0.5), within(1e-13));
        assertThat(answer.get("m").asInt()).isEqualTo(2);
    }

    @Test
    void aMatrixOfTheDistancesGivesWhatThePointsGive() {
        double[][] x = TransportFiles.cloud(20, 1);
        double[][] y = TransportFiles.cloud(30, 2);
        double[][] costs = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                costs[i][j] = Math.hypot(x[i][0] - y[j][0], x[i][1] - y[j][1]);
            }
        }
        String from = files.points("x.npy", x);
        String to = files.points("y.npy", y);
        double expected = json(from, to).get("cost").asDouble();
        String matrix = files.points("costs.npy", costs);
        assertThat(json("--cost", matrix).get("cost").asDouble()).isCloseTo(expected, within(1e-12));
        assertThat(json(from, to, "--cost", matrix).get("cost").asDouble()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aThresholdMakesFarPlacesEquallyFar() {
        String x = files.values("x.npy", 0, 1, 2);
        String y = files.values("y.npy", 100, 101, 102);
        for (String solver : List.of("auto", "simplex", "thresholded")) {
            JsonNode answer = json(x, y, "--threshold", "3", "--solver", solver);
            assertThat(answer.get("cost").asDouble()).isCloseTo(3, within(1e-12));
        }
    }

    @Test
    void onACircleTheShorterWayCounts() {
        JsonNode hours = json(
                files.values("x.npy", 23, 1),
                files.values("y.npy", 1, 3),
                "--solver",
                "circle",
                "--circumference",
                "24");
        assertThat(hours.get("cost").asDouble()).isCloseTo(2, within(1e-12));
        String first = files.values("first.npy", 1, 0, 0, 0, 0);
        String last = files.values("last.npy", 0, 0, 0, 0, 1);
        JsonNode cells = json(first, last, "--histogram", "--solver", "circle");
        assertThat(cells.get("cost").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(transport(first, last, "--histogram", "--solver", "circle").out())
                .contains("shorter way round");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "simplex", "line", "bottleneck", "sinkhorn", "sliced", "energy"})
    void theKeysOfTheObjectAreTheSameWhateverTheSolver(String solver) {
        JsonNode answer = json(files.values("x.npy", 0, 1), files.values("y.npy", 2, 3), "--solver", solver);
        assertThat(answer.propertyNames()).containsExactlyElementsOf(KEYS);
        assertThat(answer.get("cost").isNumber()).isTrue();
        assertThat(answer.get("seconds").asDouble()).isNotNegative();
    }

    @Test
    void theTextSaysWhatWasReadAndWhatItCosts() {
        Answer answer = transport(
                files.points("x.npy", new double[][] {{0, 0}, {1, 0}}),
                files.points("y.npy", new double[][] {{0, 2}, {1, 2}}),
                "--cost",
                "sqeuclidean");
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("samples: 2 points of 2 coordinates, equal masses")
                .contains("cost       4.0 (mass times squared euclidean distance)")
                .contains("distance   2.0 (its square root)")
                .contains("dual       4.0")
                .contains("solver     ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "sinkhorn"})
    void thePlanIsWrittenWithItsPotentials(String solver) {
        double[][] x = TransportFiles.cloud(12, 1);
        double[][] y = TransportFiles.cloud(9, 2);
        Path file = folder.resolve("made/plan.npz");
        JsonNode answer =
                json(files.points("x.npy", x), files.points("y.npy", y), "--solver", solver, "--plan", file.toString());
        Map<String, NpyArray> arrays = NpzFile.read(file);
        assertThat(arrays).containsOnlyKeys("source", "target", "mass", "f", "g");
        long[] source = ((NpyArray.Int64) array(arrays, "source")).values();
        long[] target = ((NpyArray.Int64) array(arrays, "target")).values();
        double[] mass = ((NpyArray.Float64) array(arrays, "mass")).values();
        assertThat(array(arrays, "f").shape()).containsExactly(12);
        assertThat(array(arrays, "g").shape()).containsExactly(9);
        double cost = 0;
        double[] arriving = new double[9];
        for (int k = 0; k < mass.length; k++) {
            double[] from = x[(int) source[k]];
            double[] to = y[(int) target[k]];
            cost += mass[k] * Math.hypot(from[0] - to[0], from[1] - to[1]);
            arriving[(int) target[k]] += mass[k];
        }
        assertThat(cost).isCloseTo(answer.get("cost").asDouble(), within(1e-12));
        for (double arrived : arriving) {
            assertThat(arrived).isCloseTo(1.0 / 9, within(1e-8));
        }
    }

    @Test
    void aLimitLeavesTheBestBoundsAndTheExitCodeOfAFailure() {
        String x = files.points("x.npy", TransportFiles.cloud(300, 1));
        String y = files.points("y.npy", TransportFiles.cloud(300, 2));
        double optimum = json(x, y).get("cost").asDouble();
        Answer answer = transport(x, y, "--solver", "simplex", "--max-iterations", "1", "--json");
        assertThat(answer.code()).isEqualTo(ExitCodes.FAILED);
        JsonNode bounds = JSON.readTree(answer.out());
        assertThat(bounds.get("converged").asBoolean()).isFalse();
        assertThat(bounds.get("cost").asDouble()).isGreaterThanOrEqualTo(optimum - 1e-12);
        assertThat(bounds.get("dual").asDouble()).isLessThanOrEqualTo(optimum + 1e-12);
        Answer text = transport(x, y, "--solver", "simplex", "--time-limit", "0ms");
        assertThat(text.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(text.out()).contains("NOT converged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sliced", "energy", "bottleneck"})
    void aLimitThatLeavesNoTimeForAnyAnswerIsAFailureInASentence(String solver) {
        String x = files.points("x.npy", TransportFiles.cloud(4000, 1));
        String y = files.points("y.npy", TransportFiles.cloud(4000, 2));
        Answer answer = transport(x, y, "--solver", solver, "--time-limit", "0ms");
        assertThat(answer.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(answer.err().lines()).singleElement().asString().contains("limits", "before there was any answer");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void anAmpleLimitChangesNothing() {
        String x = files.points("x.npy", TransportFiles.cloud(30, 1));
        String y = files.points("y.npy", TransportFiles.cloud(30, 2));
        JsonNode limited = json(x, y, "--time-limit", "1.5h", "--max-iterations", "1000000000");
        assertThat(limited.get("cost")).isEqualTo(json(x, y).get("cost"));
    }

    private static NpyArray array(Map<String, NpyArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }
}
