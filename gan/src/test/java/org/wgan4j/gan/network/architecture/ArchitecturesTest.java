package org.wgan4j.gan.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.OutputKind;
import org.wgan4j.gan.recipe.PaddingStyle;
import org.wgan4j.gan.recipe.Recipe;

/** The seeds' networks have the parameter counts that Keras prints for them. */
class ArchitecturesTest {
    private static final ImageShape MNIST = new ImageShape(1, 28, 28);

    private static NetworkSettings settings(
            String generator, String critic, int latents, PaddingStyle padding, boolean criticNorm) {
        return Recipe.gan()
                .network()
                .generator(generator)
                .critic(critic)
                .latentSize(latents)
                .padding(padding)
                .generatorBatchNorm(true)
                .criticBatchNorm(criticNorm)
                .criticDropout(0.3)
                .hiddenUnits(16)
                .hiddenLayers(2)
                .output(OutputKind.TANH);
    }

    @Test
    void tutorialNetworksHaveTheParametersThatKerasCounts() {
        for (PaddingStyle padding : PaddingStyle.values()) {
            NetworkSettings settings = settings("tutorial", "tutorial", 100, padding, false);
            NetworkSpec generator = Architectures.generator(settings, MNIST);
            assertThat(generator.parameterCount()).isEqualTo(2_330_944);
            assertThat(generator.trainableParameterCount()).isEqualTo(2_305_472);
            assertThat(generator.output()).isEqualTo(Shape.of(1, 28, 28));
            assertThat(Architectures.critic(settings, MNIST).parameterCount()).isEqualTo(212_865);
        }
    }

    @Test
    void digitNetworksHaveTheParametersThatKerasCounts() {
        NetworkSettings settings = settings("digit", "digit", 50, PaddingStyle.SAME, true);
        assertThat(Architectures.generator(settings, MNIST).parameterCount()).isEqualTo(851_713);
        assertThat(Architectures.critic(settings, MNIST).parameterCount()).isEqualTo(70_337);
    }

    @Test
    void everyPairOfNetworksFitsColourImagesOfOtherSizes() {
        ImageShape colour = new ImageShape(3, 32, 48);
        for (String generator : Architectures.installed().names()) {
            for (String critic : Architectures.installed().names()) {
                for (PaddingStyle padding : PaddingStyle.values()) {
                    NetworkSettings settings = settings(generator, critic, 16, padding, false);
                    assertThat(Architectures.generator(settings, colour).output())
                            .isEqualTo(Shape.of(3, 32, 48));
                    assertThat(Architectures.critic(settings, colour).output()).isEqualTo(Shape.of(1));
                }
            }
        }
    }

    /** Height and width of any multiples of 4, from 4 on. */
    @Test
    void everyPairOfNetworksFitsTheSmallestImages() {
        for (int height : new int[] {4, 8, 12, 28}) {
            for (int width : new int[] {4, 20, 28}) {
                ImageShape image = new ImageShape(1, height, width);
                for (PaddingStyle padding : PaddingStyle.values()) {
                    for (String critic : Architectures.installed().names()) {
                        NetworkSettings settings = settings("mlp", critic, 16, padding, false);
                        assertThat(Architectures.critic(settings, image).output())
                                .isEqualTo(Shape.of(1));
                    }
                    for (String generator : Architectures.installed().names()) {
                        NetworkSettings settings = settings(generator, "mlp", 16, padding, false);
                        assertThat(Architectures.generator(settings, image).output())
                                .isEqualTo(Shape.of(1, height, width));
                    }
                }
            }
        }
    }

    @Test
    void imagesThatCannotBeHalvedTwiceAreRefusedWithTheirSize() {
        NetworkSettings settings = settings("tutorial", "tutorial", 8, PaddingStyle.SAME, false);
        assertThatThrownBy(() -> Architectures.generator(settings, new ImageShape(1, 30, 28)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("multiples of 4")
                .hasMessageContaining("1x30x28");
    }

    @Test
    void plainNetworksHaveTheParametersOfTheirMatricesAndBiases() {
        NetworkSettings settings = Recipe.gan()
                .network()
                .generator("mlp")
                .critic("mlp")
                .latentSize(100)
                .padding(PaddingStyle.SAME)
                .generatorBatchNorm(false)
                .criticBatchNorm(false)
                .criticDropout(0)
                .hiddenUnits(512)
                .hiddenLayers(3)
                .output(OutputKind.LINEAR);
        long hidden = 2 * (512 * 512 + 512);

        NetworkSpec generator = Architectures.generator(settings, MNIST);
        assertThat(generator.parameterCount()).isEqualTo(100 * 512 + 512 + hidden + 512 * 784 + 784);
        assertThat(generator.output()).isEqualTo(Shape.of(1, 28, 28));
        assertThat(generator.layers().get(generator.layers().size() - 1)).isInstanceOf(Reshape.class);
        NetworkSpec critic = Architectures.critic(settings, MNIST);
        assertThat(critic.parameterCount()).isEqualTo(784 * 512 + 512 + hidden + 512 + 1);
        assertThat(critic.piecewiseLinear()).isTrue();
        NetworkSpec ofPoints = Architectures.critic(settings, Points.SHAPE);
        assertThat(ofPoints.parameterCount()).isEqualTo(2 * 512 + 512 + hidden + 512 + 1);
        assertThat(Architectures.generator(settings, Points.SHAPE).output()).isEqualTo(Shape.of(2, 1, 1));
    }

    @Test
    void aPlainGeneratorOfImagesEndsInPixelsAndTakesAnySize() {
        NetworkSettings settings = settings("mlp", "tutorial", 8, PaddingStyle.SAME, false);
        NetworkSpec generator = Architectures.generator(settings, new ImageShape(1, 30, 27));
        assertThat(generator.layers().get(generator.layers().size() - 1))
                .isEqualTo(new OutputActivation(OutputActivation.Nonlinearity.TANH));
        assertThat(generator.output()).isEqualTo(Shape.of(1, 30, 27));
    }

    @Test
    void convolutionsOnPointsAreRefusedWithTheSettingThatHelps() {
        NetworkSettings both = settings("compact", "tutorial", 8, PaddingStyle.SAME, false);
        assertThatThrownBy(() -> Architectures.generator(both, Points.SHAPE))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("compact", "points of 2 numbers", "network.generator to mlp");
        assertThatThrownBy(() -> Architectures.critic(both, Points.SHAPE))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("tutorial", "points of 2 numbers", "network.critic to mlp");
    }
}
