package org.wgan4j.gan.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.recipe.CriticKind;
import org.wgan4j.gan.recipe.GeneratorKind;
import org.wgan4j.gan.recipe.NetworkSettings;
import org.wgan4j.gan.recipe.OutputKind;
import org.wgan4j.gan.recipe.PaddingStyle;

/** The networks that a recipe can name, for images of any size that they divide, and the plain ones for points too. */
public final class Architectures {
    private static final Init GLOROT = new Init.GlorotUniform();
    private static final Init ZEROS = new Init.Constant(0);

    private Architectures() {}

    /** The generator of the settings for images of the given shape. */
    public static NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        if (settings.generator() != GeneratorKind.MLP) {
            refusePoints("generator", settings.generator(), image);
            refuseSizesThatCannotBeHalvedTwice(image);
        }
        return switch (settings.generator()) {
            case TUTORIAL -> tutorialGenerator(settings, image);
            case DIGIT -> digitGenerator(settings, image);
            case COMPACT -> compactGenerator(settings, image);
            case MLP -> mlpGenerator(settings, image);
        };
    }

    /** The critic of the settings for images of the given shape. */
    public static NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        Shape input = Shape.of(image.channels(), image.height(), image.width());
        if (settings.critic() != CriticKind.MLP) {
            refusePoints("critic", settings.critic(), image);
        }
        return switch (settings.critic()) {
            case TUTORIAL -> tutorialCritic(settings, input);
            case DIGIT -> digitCritic(settings, input);
            case COMPACT -> compactCritic(settings, input);
            case MLP -> mlpCritic(settings, input);
        };
    }

    private static void refuseSizesThatCannotBeHalvedTwice(ImageShape image) {
        if (image.height() % 4 != 0 || image.width() % 4 != 0) {
            throw new ActionableException(
                    "The generator enlarges twice by 2, so height and width must be multiples of 4, but the images are %s: crop or pad them first, or set network.generator to mlp."
                            .formatted(image));
        }
    }

    private static void refusePoints(String role, Enum<?> kind, ImageShape image) {
        if (image.height() == 1 && image.width() == 1) {
            throw new ActionableException(
                    "The %s %s convolves images, but the samples are single points of %d numbers: set network.%s to mlp."
                            .formatted(role, kind.name().toLowerCase(Locale.ROOT), image.channels(), role));
        }
    }

    /** The generator of TensorFlow's DCGAN tutorial: 2,330,944 parameters for 100 latents and 1 x 28 x 28. */
    private static NetworkSpec tutorialGenerator(NetworkSettings settings, ImageShape image) {
        long rows = image.height() / 4;
        long columns = image.width() / 4;
        Padding padding = padding(settings, 5);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Linear(rows * columns * 256, false, GLOROT, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
        layers.add(new LeakyRelu(0.3));
        layers.add(new Reshape(Shape.of(256, rows, columns)));
        layers.add(new TransposedConvolution(128, 5, 1, padding, false, GLOROT, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
        layers.add(new LeakyRelu(0.3));
        layers.add(new TransposedConvolution(64, 5, 2, padding, false, GLOROT, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
        layers.add(new LeakyRelu(0.3));
        layers.add(new TransposedConvolution(image.channels(), 5, 2, padding, false, GLOROT, ZEROS));
        layers.add(new OutputActivation(OutputActivation.Kind.TANH));
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** The discriminator of the same tutorial: 212,865 parameters for 1 x 28 x 28. */
    private static NetworkSpec tutorialCritic(NetworkSettings settings, Shape input) {
        List<Layer> layers = new ArrayList<>();
        for (long channels : new long[] {64, 128}) {
            layers.add(new Convolution(channels, 5, 2, padding(settings, 5), true, GLOROT, ZEROS));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.keras());
            layers.add(new LeakyRelu(0.3));
            dropOut(layers, settings);
        }
        return scored(input, layers, new Linear(1, true, GLOROT, ZEROS));
    }

    /** The digit generator: 851,713 parameters for 50 latents and 1 x 28 x 28. */
    private static NetworkSpec digitGenerator(NetworkSettings settings, ImageShape image) {
        Init init = new Init.Normal(0.03);
        long rows = image.height() / 4;
        long columns = image.width() / 4;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Linear(rows * columns * 128, true, init, ZEROS));
        layers.add(new LeakyRelu(0.2));
        layers.add(new Reshape(Shape.of(128, rows, columns)));
        for (int i = 0; i < 2; i++) {
            layers.add(new TransposedConvolution(128, 4, 2, padding(settings, 4), true, init, ZEROS));
            normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
            layers.add(new LeakyRelu(0.2));
        }
        layers.add(new Convolution(image.channels(), 7, 1, padding(settings, 7), true, init, ZEROS));
        layers.add(new OutputActivation(OutputActivation.Kind.TANH));
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** The digit critic: 70,337 parameters for 1 x 28 x 28 with batch norm. */
    private static NetworkSpec digitCritic(NetworkSettings settings, Shape input) {
        Init init = new Init.Normal(0.02);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            layers.add(new Convolution(64, 4, 2, padding(settings, 4), true, init, ZEROS));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.keras());
            layers.add(new LeakyRelu(0.2));
            dropOut(layers, settings);
        }
        return scored(input, layers, new Linear(1, true, GLOROT, ZEROS));
    }

    /** A small generator that enlarges by laying channels out as pixels: fast on few cores. */
    private static NetworkSpec compactGenerator(NetworkSettings settings, ImageShape image) {
        Init init = new Init.FanInUniform();
        long rows = image.height() / 4;
        long columns = image.width() / 4;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Linear(256, true, init, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
        layers.add(new LeakyRelu(0));
        layers.add(new Linear(rows * columns * 128, true, init, ZEROS));
        layers.add(new Reshape(Shape.of(128, rows, columns)));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
        layers.add(new LeakyRelu(0));
        layers.add(new Convolution(256, 3, 1, padding(settings, 3), true, init, ZEROS));
        layers.add(new PixelShuffle(2));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
        layers.add(new LeakyRelu(0));
        layers.add(new Convolution(4L * image.channels(), 3, 1, padding(settings, 3), true, init, ZEROS));
        layers.add(new PixelShuffle(2));
        layers.add(new OutputActivation(OutputActivation.Kind.TANH));
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** A small critic of three strided convolutions. */
    private static NetworkSpec compactCritic(NetworkSettings settings, Shape input) {
        Init init = new Init.FanInUniform();
        List<Layer> layers = new ArrayList<>();
        long side = Math.min(input.size(1), input.size(2));
        for (long channels : new long[] {48, 96, 192}) {
            // A single pixel with one zero on each side has no room for the kernel.
            Padding padding = side < 2 ? new Padding.Same() : padding(settings, 4);
            side = Math.max(1, side / 2);
            layers.add(new Convolution(channels, 4, 2, padding, true, init, ZEROS));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.pytorch());
            layers.add(new LeakyRelu(0.2));
            dropOut(layers, settings);
        }
        return scored(input, layers, new Linear(1, true, init, ZEROS));
    }

    /**
     * The plain generator: for images, without batch norm and with 3 layers of 512 units, the MLP of Arjovsky, Chintala and Bottou (2017),
     * section 4.3.
     */
    private static NetworkSpec mlpGenerator(NetworkSettings settings, ImageShape image) {
        Init init = new Init.FanInUniform();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < settings.hiddenLayers(); i++) {
            layers.add(new Linear(settings.hiddenUnits(), true, init, init));
            normalise(layers, settings.generatorBatchNorm(), BatchNorm.pytorch());
            layers.add(new LeakyRelu(0));
        }
        layers.add(new Linear(image.size(), true, init, init));
        layers.add(new Reshape(Shape.of(image.channels(), image.height(), image.width())));
        if (settings.output() == OutputKind.TANH) {
            layers.add(new OutputActivation(OutputActivation.Kind.TANH));
        }
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** The plain critic. */
    private static NetworkSpec mlpCritic(NetworkSettings settings, Shape input) {
        Init init = new Init.FanInUniform();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Reshape(Shape.of(input.elements())));
        for (int i = 0; i < settings.hiddenLayers(); i++) {
            layers.add(new Linear(settings.hiddenUnits(), true, init, init));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.pytorch());
            layers.add(new LeakyRelu(0.2));
            dropOut(layers, settings);
        }
        layers.add(new Linear(1, true, init, init));
        return new NetworkSpec(input, layers);
    }

    private static NetworkSpec scored(Shape input, List<Layer> features, Linear head) {
        Shape shape = new NetworkSpec(input, features).output();
        List<Layer> layers = new ArrayList<>(features);
        layers.add(new Reshape(Shape.of(shape.elements())));
        layers.add(head);
        return new NetworkSpec(input, layers);
    }

    private static Padding padding(NetworkSettings settings, long kernel) {
        return settings.padding() == PaddingStyle.SAME ? new Padding.Same() : new Padding.Symmetric((kernel - 1) / 2);
    }

    private static void normalise(List<Layer> layers, boolean wanted, BatchNorm batchNorm) {
        if (wanted) {
            layers.add(batchNorm);
        }
    }

    private static void dropOut(List<Layer> layers, NetworkSettings settings) {
        if (settings.criticDropout() > 0) {
            layers.add(new Dropout(settings.criticDropout()));
        }
    }
}
