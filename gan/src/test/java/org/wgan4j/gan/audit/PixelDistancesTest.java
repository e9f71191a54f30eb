package org.wgan4j.gan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.solver.OptimalTransport;

/** All distances at once are those of the library of transport, which adds the squares up one by one. */
class PixelDistancesTest {
    private static final RandomStream RANDOM = RandomStream.root(5);

    @BeforeAll
    static void startLibtorch() {
        TorchRuntime.start(1);
    }

    @Test
    void theyAreTheDistancesThatTransportComputes() {
        Tensor x = RANDOM.child("x").normal(Compute.CPU, 30, 1, 7, 5);
        Tensor y = RANDOM.child("y").normal(Compute.CPU, 40, 1, 7, 5);
        double[][] distances = PixelDistances.between(x, y);
        CostRows rows = Cost.EUCLIDEAN.between(measure(x), measure(y));
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 40; j++) {
                assertThat(distances[i][j]).isCloseTo(rows.cost(i, j), within(1e-9));
            }
        }
    }

    @Test
    void nearPointsKeepTheirDigitsAndEqualOnesAreAtDistanceNothing() {
        Tensor x = RANDOM.child("x").normal(Compute.CPU, 6, 50);
        Tensor near = x.add(new Scalar(1e-4f));
        double[][] distances = PixelDistances.between(x, torch.cat(new TensorVector(near, x), 0));
        CostRows rows = Cost.EUCLIDEAN.between(measure(x), measure(near));
        for (int i = 0; i < 6; i++) {
            assertThat(distances[i][i]).isCloseTo(rows.cost(i, i), within(1e-12));
            assertThat(distances[i][6 + i]).isZero();
        }
    }

    /** Every pair is near: two million of them, which must not each leave something native behind. */
    @Test
    void oneImageMadeManyTimesTakesAsMuchMemoryAsMany() {
        Tensor images = RANDOM.child("one").uniform(Compute.CPU, 1, 784).expand(700, 784);
        Tensor others = images.add(new Scalar(1e-5f));
        double[][] distances = PixelDistances.among(torch.cat(new TensorVector(images, others), 0));
        double step = PixelDistances.between(images.narrow(0, 0, 1), others.narrow(0, 0, 1))[0][0];
        assertThat(step).isCloseTo(28e-5, within(1e-6));
        for (int i = 0; i < 1400; i++) {
            double[] expected = new double[1400];
            Arrays.fill(expected, i < 700 ? 700 : 0, i < 700 ? 1400 : 700, step);
            assertThat(distances[i]).isEqualTo(expected);
        }
    }

    @Test
    void amongPointsTheyAreSymmetricToTheBit() {
        double[][] distances = PixelDistances.among(RANDOM.uniform(Compute.CPU, 50, 3, 4, 4));
        for (int i = 0; i < 50; i++) {
            assertThat(distances[i][i]).isZero();
            for (int j = 0; j < i; j++) {
                assertThat(distances[i][j]).isEqualTo(distances[j][i]).isPositive();
            }
        }
    }

    @Test
    void theTransportOfBatchesIsThatOfTheFrontDoorAndItsDualProvesIt() {
        Tensor x = RANDOM.child("real").uniform(Compute.CPU, 40, 1, 3, 3);
        Tensor y = RANDOM.child("fake").uniform(Compute.CPU, 40, 1, 3, 3).mul(new Scalar(0.5f));
        BatchTransport transport = BatchTransport.of(new AuditBatches(x, y, y, x));
        double exact = OptimalTransport.between(measure(x), measure(y)).solve().distance();
        assertThat(transport.exact().cost()).isCloseTo(exact, within(1e-9));
        assertThat(transport.exact().dualityGap()).isCloseTo(0, within(1e-9));
        assertThat(transport.exact().marginalError()).isCloseTo(0, within(1e-12));
        assertThat(transport.floor()).isCloseTo(exact, within(1e-9));
        assertThat(transport.pairing().pairs().stream()
                        .mapToDouble(Pairing.Pair::distance)
                        .average()
                        .orElseThrow())
                .isCloseTo(exact, within(1e-9));
    }

    private static Measure measure(Tensor points) {
        int n = (int) points.size(0);
        float[] values = Tensors.toArray(points);
        double[][] rows = new double[n][values.length / n];
        for (int k = 0; k < values.length; k++) {
            rows[k / rows[0].length][k % rows[0].length] = values[k];
        }
        return Measure.samples(rows);
    }
}
