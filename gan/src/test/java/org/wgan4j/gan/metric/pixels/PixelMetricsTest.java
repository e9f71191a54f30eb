package org.wgan4j.gan.metric.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.gan.metric.MadeUpSamples.SHAPE;
import static org.wgan4j.gan.metric.MadeUpSamples.estimate;
import static org.wgan4j.gan.metric.MadeUpSamples.noise;
import static org.wgan4j.gan.metric.MadeUpSamples.value;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.statistics.Measurement;

class PixelMetricsTest {
    @Test
    void imagesBrighterByAConstantAreMovedByIt() {
        Images images = noise(1000, 100, 20, 1);
        Images brighter = brighter(images, 30);
        double step = 30 / 127.5 * Math.sqrt(SHAPE.size());
        assertThat(value(PixelTransport.exact(brighter, images, 1, 1))).isCloseTo(step, within(1e-9));
        assertThat(value(PixelTransport.exact(brighter, images, 2, 1))).isCloseTo(step, within(1e-9));
        assertThat(estimate(PixelTransport.exact(brighter, images, 1, 1)).hasInterval())
                .isFalse();
    }

    /** The mean absolute cosine of a direction with a fixed one is Gamma(18) / (sqrt(pi) Gamma(18.5)) in 36 dimensions. */
    @Test
    void theSlicedDistanceOfAConstantStepIsTheMeanOfItsProjections() {
        Images images = noise(1000, 100, 20, 1);
        double step = 30 / 127.5 * Math.sqrt(SHAPE.size());
        double meanCosine = Math.exp(logGammaHalf(36) - logGammaHalf(37)) / Math.sqrt(Math.PI);
        assertThat(value(PixelTransport.sliced(brighter(images, 30), images, 1)))
                .isCloseTo(step * meanCosine, within(0.15 * step * meanCosine));
    }

    @Test
    void fewerThanABlockOfImagesAreNotTransported() {
        assertThat(PixelTransport.exact(noise(999, 100, 20, 1), noise(1000, 100, 20, 2), 1, 1))
                .isEqualTo(new Measurement.InsufficientSamples(1000, 999, "generated images"));
    }

    @Test
    void blocksGiveAnIntervalAndUseDifferentImages() {
        Measurement.Estimate found =
                estimate(PixelTransport.exact(noise(2100, 100, 20, 1), noise(3000, 100, 20, 2), 1, 1));
        assertThat(found.samples()).isEqualTo(2000);
        assertThat(found.low()).isLessThan(found.value());
        assertThat(found.standardError()).isPositive().isLessThan(0.02 * found.value());
    }

    @Test
    void squaredDistancesAreExactForEverySize() {
        for (int side : new int[] {1, 3, 16, 17, 40}) {
            Images images = random(new ImageShape(3, side, side), 300, side);
            PixelTable table = PixelTable.of(images);
            byte[] pixels = images.bytes();
            double[][] squares = table.squaredDistances(table);
            for (int i = 0; i < 300; i += 37) {
                for (int j = 0; j < 300; j++) {
                    assertThat(squares[i][j])
                            .isEqualTo(squaredDistance(pixels, images.shape().size(), i, j));
                }
            }
        }
    }

    @Test
    void aGeneratorThatCopiesIsFound() {
        Images training = noise(1500, 120, 40, 1);
        Memorisation found = Memorisation.of(training.slice(200, 500), noise(1500, 120, 40, 2), training, 1000, 1);
        assertThat(value(found.memorisedShare())).isEqualTo(1);
        assertThat(value(found.nearCopies())).isEqualTo(1);
        assertThat(found.closest()).hasSize(Memorisation.PAIRS);
        assertThat(found.closest()).allSatisfy(pair -> {
            assertThat(pair.distance()).isZero();
            assertThat(pair.training()).isEqualTo(pair.generated() + 200);
        });
    }

    @Test
    void aGeneratorThatDrawsFromTheDistributionCopiesNothing() {
        Memorisation found =
                Memorisation.of(noise(600, 120, 40, 3), noise(1500, 120, 40, 2), noise(1500, 120, 40, 1), 1000, 1);
        Measurement.Estimate share = estimate(found.memorisedShare());
        assertThat(share.low()).isLessThan(0.5);
        assertThat(share.high()).isGreaterThan(0.5);
        Measurement.Estimate copies = estimate(found.nearCopies());
        assertThat(copies.value()).isLessThan(0.04);
        assertThat(found.threshold()).isPositive();
    }

    @Test
    void tiesBetweenTrainingAndUnseenImagesCountHalf() {
        Images real = noise(400, 120, 40, 1);
        Memorisation found = Memorisation.of(noise(200, 120, 40, 2), real, real, 1000, 1);
        assertThat(value(found.memorisedShare())).isEqualTo(0.5);
    }

    @Test
    void unseenImagesAreTheFloor() {
        UnseenImages unseen = new UnseenImages(
                PixelTable.of(noise(2000, 120, 40, 1)), PixelTable.of(noise(3000, 120, 40, 2)), 1000, 1);
        Measurement.Estimate share = estimate(unseen.floor().memorisedShare());
        assertThat(share.low()).isLessThan(0.5);
        assertThat(share.high()).isGreaterThan(0.5);
        assertThat(value(unseen.floor().nearCopies())).isLessThan(0.03);
    }

    private static double logGammaHalf(int twice) {
        double log = twice % 2 == 0 ? 0 : Math.log(Math.PI) / 2;
        for (double x = twice % 2 == 0 ? 1 : 0.5; x < twice / 2.0; x++) {
            log += Math.log(x);
        }
        return log;
    }

    private static Images brighter(Images images, int step) {
        byte[] pixels = images.bytes();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((pixels[i] & 0xff) + step);
        }
        return Images.of(images.shape(), pixels);
    }

    private static Images random(ImageShape shape, int count, long seed) {
        byte[] pixels = new byte[shape.size() * count];
        new Random(seed).nextBytes(pixels);
        return Images.of(shape, pixels);
    }

    private static double squaredDistance(byte[] pixels, int size, int i, int j) {
        long sum = 0;
        for (int k = 0; k < size; k++) {
            int step = (pixels[i * size + k] & 0xff) - (pixels[j * size + k] & 0xff);
            sum += (long) step * step;
        }
        return sum;
    }

    /** 12,288 values an image: more than one piece of pixels and more than one batch of directions. */
    @Test
    void theSlicedDistanceOfLargeImagesIsTheMeanOfItsProjectionsToo() {
        ImageShape shape = new ImageShape(3, 64, 64);
        Images images = random(shape, 1000, 1);
        byte[] pixels = images.bytes();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((pixels[i] & 0xff) / 2);
        }
        Images dark = Images.of(shape, pixels);
        double step = 30 / 127.5 * Math.sqrt(shape.size());
        double meanCosine = Math.sqrt(2 / Math.PI / shape.size());
        assertThat(value(PixelTransport.sliced(brighter(dark, 30), dark, 1)))
                .isCloseTo(step * meanCosine, within(0.15 * step * meanCosine));
    }
}
