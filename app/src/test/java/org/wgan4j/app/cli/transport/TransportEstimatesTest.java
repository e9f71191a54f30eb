package org.wgan4j.app.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.app.cli.transport.TransportCalls.json;
import static org.wgan4j.app.cli.transport.TransportCalls.transport;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TransportEstimatesTest {
    @TempDir
    private Path folder = Path.of("");

    private TransportFiles files = new TransportFiles(Path.of(""));

    @BeforeEach
    void findTheFolder() {
        files = new TransportFiles(folder);
    }

    @Test
    void sinkhornAnswersForTheTwoPointsInClosedForm() {
        String costs = files.text("costs.csv", "0 1\n1 0\n");
        JsonNode answer = json("--cost", costs, "--solver", "sinkhorn", "--regularization", "1");
        assertThat(answer.get("cost").asDouble()).isCloseTo(0.2689414213699951, within(1e-8));
        assertThat(answer.get("regularization").asDouble()).isEqualTo(1);
        assertThat(answer.get("violation").isNull()).isTrue();
        assertThat(Math.abs(answer.get("gap").asDouble())).isLessThan(1e-8);
        JsonNode small = json("--cost", costs, "--solver", "sinkhorn", "--regularization", "0.01");
        assertThat(small.get("cost").asDouble()).isCloseTo(3.72e-44, within(1e-46));
    }

    @Test
    void withoutARegularizationSinkhornTakesAShareOfTheMeanCost() {
        String costs = files.text("costs.csv", "0 1\n1 0\n");
        assertThat(json("--cost", costs, "--solver", "sinkhorn")
                        .get("regularization")
                        .asDouble())
                .isCloseTo(0.05 * 0.5, within(1e-15));
    }

    @Test
    void slicedIsTheDistanceItselfOnTheLineAndBelowItInThePlane() {
        JsonNode line = json(
                files.values("x.npy", 0, 1, 5),
                files.values("y.npy", 2, 3, 7),
                "--solver",
                "sliced",
                "--projections",
                "7");
        assertThat(line.get("distance").asDouble()).isCloseTo(2, within(1e-12));
        assertThat(line.get("projections").asInt()).isEqualTo(7);
        assertThat(line.get("dual").isNull()).isTrue();
        String x = files.points("x2.npy", TransportFiles.cloud(50, 1));
        String y = files.points("y2.npy", TransportFiles.cloud(50, 2));
        JsonNode plane = json(x, y, "--solver", "sliced", "--seed", "4");
        assertThat(plane.get("distance").asDouble())
                .isLessThan(json(x, y).get("distance").asDouble());
        assertThat(plane.get("standard_error").asDouble()).isPositive();
        assertThat(json(x, y, "--solver", "sliced", "--seed", "4").get("cost")).isEqualTo(plane.get("cost"));
        assertThat(json(x, y, "--solver", "sliced", "--seed", "5").get("cost")).isNotEqualTo(plane.get("cost"));
    }

    @Test
    void shiftedCloudsAreAsFarApartAsTheirGaussians() {
        double[][] points = TransportFiles.cloud(40, 1);
        String x = files.points("x.npy", points);
        String y = files.points("y.npy", TransportFiles.moved(points, 3, 4));
        JsonNode answer = json(x, y, "--solver", "gaussian", "--cost", "sqeuclidean");
        assertThat(answer.get("distance").asDouble()).isCloseTo(5, within(1e-6));
    }

    @Test
    void theEnergyDistanceOfTwoPointsIsTheRootOfTwiceTheirDistance() {
        JsonNode answer = json(files.values("x.npy", 1), files.values("y.npy", 9), "--solver", "energy");
        assertThat(answer.get("distance").asDouble()).isCloseTo(4, within(1e-12));
        assertThat(answer.get("cost").asDouble()).isCloseTo(16, within(1e-12));
    }

    @Test
    void unequalMassesCanBeLostAndMadeAtAPrice() {
        String x = files.values("x.npy", 2, 0, 1);
        String y = files.values("y.npy", 1, 0, 1);
        JsonNode dear = json(x, y, "--histogram", "--unbalanced", "1e3", "--regularization", "0.01");
        assertThat(dear.get("moved").asDouble()).isCloseTo(Math.sqrt(6), within(0.01));
        assertThat(dear.get("unbalanced").asDouble()).isEqualTo(1000);
        assertThat(dear.get("objective").asDouble())
                .isGreaterThan(dear.get("cost").asDouble());
        assertThat(dear.get("marginal_error").isNull()).isTrue();
        JsonNode cheap = json(x, y, "--histogram", "--unbalanced", "0.1", "--regularization", "0.01");
        assertThat(cheap.get("cost").asDouble()).isLessThan(dear.get("cost").asDouble());
        assertThat(transport(x, y, "--histogram", "--unbalanced", "1").out())
                .contains("moved", "the price 1.0", "sum to 3");
    }
}
